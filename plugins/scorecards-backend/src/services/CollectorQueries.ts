import { decodeCursor, encodeCursor } from '@squadron/backend-kit';
import type {
  CollectorStatus,
  Run,
  RunState,
} from '@squadron/plugin-scorecards-common';
import type { Collector } from '@squadron/plugin-scorecards-node';
import { z } from 'zod/v3';
import type { RunStore, StoredRun } from '../database/RunStore';
import { isMeasuredBy } from '../engine/CollectorRunner';
import type { Definitions } from './Definitions';

const recentRuns = 30;
const positionSchema = z.object({ startedAt: z.number(), id: z.string() });

const toText = (ms: number) => new Date(ms).toISOString();

/** A run as the API tells it. */
export function toRun({ startedAt, finishedAt, ...run }: StoredRun): Run {
  return {
    ...run,
    startedAt: toText(startedAt),
    finishedAt: finishedAt === undefined ? undefined : toText(finishedAt),
  };
}

/** How a collector fares, by its last run that ended. */
function healthOf(
  kpis: number,
  runs: readonly StoredRun[],
): CollectorStatus['health'] {
  if (kpis === 0) return 'idle';
  const last = runs.find(({ state }) => state !== 'running');
  switch (last?.state) {
    case undefined:
      return 'waiting';
    case 'failed':
      return 'failing';
    case 'partial':
    case 'skipped':
      return last.state;
    default:
      return 'ok';
  }
}

/** Tells where samples come from and how that fares. */
export class CollectorQueries {
  readonly #options: {
    collectors: readonly Collector[];
    definitions: Pick<Definitions, 'get'>;
    runs: RunStore;
  };

  constructor(options: {
    collectors: readonly Collector[];
    definitions: Pick<Definitions, 'get'>;
    runs: RunStore;
  }) {
    this.#options = options;
  }

  async collectors() {
    const { collectors, definitions, runs } = this.#options;
    const [{ kpis }, latest, lastOk, measured] = await Promise.all([
      definitions.get(),
      runs.latest(recentRuns),
      runs.lastOk(),
      runs.measuredKpis(),
    ]);
    const pushed = kpis.filter(({ source }) => source.type === 'push');
    return {
      items: collectors.map(collector => {
        const own = kpis.filter(kpi => isMeasuredBy(kpi, collector));
        const recent = latest.filter(run => run.collector === collector.id);
        return statusOf(
          collector,
          own.length,
          recent,
          lastOk.get(collector.id),
        );
      }),
      pushed: {
        kpis: pushed.length,
        silent: pushed.filter(({ id }) => !measured.has(id)).length,
      },
    };
  }

  async runs(query: {
    collector?: string;
    state?: RunState;
    cursor?: string;
    limit: number;
  }) {
    const { runs } = this.#options;
    const { collector, state, cursor, limit } = query;
    const list = `runs ${collector ?? ''} ${state ?? ''}`;
    const after = cursor
      ? decodeCursor(list, cursor, positionSchema)
      : undefined;
    const [found, total] = await Promise.all([
      runs.list({ collector, state, after, limit: limit + 1 }),
      runs.count({ collector, state }),
    ]);
    const page = found.slice(0, limit);
    const last = page[page.length - 1];
    return {
      items: page.map(toRun),
      total,
      nextCursor:
        found.length > limit
          ? encodeCursor(list, { startedAt: last.startedAt, id: last.id })
          : undefined,
    };
  }
}

function statusOf(
  collector: Collector,
  kpis: number,
  recent: readonly StoredRun[],
  lastOk: number | undefined,
): CollectorStatus {
  const { id, type, title, everySeconds, timeoutSeconds } = collector;
  const [last] = recent;
  return {
    id,
    type,
    title,
    health: healthOf(kpis, recent),
    kpis,
    everySeconds,
    timeoutSeconds,
    lastRun: last && toRun(last),
    lastOkAt: lastOk === undefined ? undefined : toText(lastOk),
    nextAt: last && toText(last.startedAt + everySeconds * 1_000),
    recent: recent.map(({ state }) => state).reverse(),
  };
}
