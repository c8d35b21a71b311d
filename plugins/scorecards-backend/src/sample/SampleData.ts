import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { Kpi, Sample } from '@squadron/plugin-scorecards-common';
import type { SampleDataStore } from '../database/SampleDataStore';
import type { VerdictStores } from '../database/VerdictDatabase';
import type { WaiverStore } from '../database/WaiverStore';
import { groupsWith } from '../domain/applicable';
import type { CellKeeper } from '../engine/CellKeeper';
import type { SampleCommands } from '../services/SampleCommands';
import { SceneOptions, currentScene } from '../services/Scene';
import { sampleHistory } from './sampleHistory';
import type { SampleWork } from './SampleWork';
import { HISTORY_DAYS } from './slots';

const who = { source: 'sample', by: 'sample data' };
const atOnce = 1_000;
const dayMs = 86_400_000;

export interface SampleDataOptions extends SceneOptions {
  /** Whether the configuration asks for sample data. */
  enabled: boolean;
  store: SampleDataStore;
  verdicts: Pick<VerdictStores, 'cells' | 'samples'>;
  samples: Pick<SampleCommands, 'record'>;
  cells: Pick<CellKeeper, 'evaluate'>;
  waivers: Pick<WaiverStore, 'expire'>;
  work: Pick<SampleWork, 'enter'>;
  logger: LoggerService;
  now: () => Date;
}

/** What was removed. */
export interface RemovedSampleData {
  samples: number;
  waivers: number;
  campaigns: number;
}

/**
 * Fills a new portal with a history and continues it, by the same commands as real samples. A KPI of
 * which something real came is left alone from then on.
 */
export class SampleData {
  readonly #options: SampleDataOptions;

  constructor(options: SampleDataOptions) {
    this.#options = options;
  }

  /** Adds what is due each minute: some KPIs are stale after two. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    if (!this.#options.enabled) return;
    await scheduler.scheduleTask({
      id: 'scorecards-sample-data',
      scope: 'global',
      frequency: { minutes: 1 },
      initialDelay: { seconds: 10 },
      timeout: { minutes: 15 },
      fn: async signal => {
        await this.topUp(signal);
      },
    });
  }

  /**
   * Adds all that would have been measured since the last sample; the whole history the first time;
   * nothing once it was removed.
   *
   * @returns how many samples came in
   */
  async topUp(signal?: AbortSignal): Promise<number> {
    const { store, logger, now } = this.#options;
    const { set, tree } = await currentScene(this.#options);
    // Of a tree that is still being read the history would have holes.
    if (tree.groups().length === 0) return 0;
    const at = now().getTime();
    const added = await store.begin(at);
    if (added === 0) return 0;
    const accepted = await this.#fill(added, at, signal);
    if (signal?.aborted) return accepted;
    await this.#options.work
      .enter(set, tree, at)
      .catch(error =>
        logger.warn(
          `Waivers and campaigns of the sample data could not be entered, it is tried again: ${stringifyError(error)}`,
        ),
      );
    if (added === at) {
      logger.info(
        'Sample data is there: "npm run sample -- --remove" takes it out again',
      );
    }
    return accepted;
  }

  /** Adds sample data again after it was removed. */
  async add(): Promise<{ samples: number }> {
    const { enabled, store, now } = this.#options;
    if (!enabled) {
      throw new ConflictError(
        'This portal has no sample data: set squadron.sampleData to true in its configuration and start it again',
      );
    }
    if (!(await store.addedAt())) await store.mark(now().getTime());
    return { samples: await this.topUp() };
  }

  /** Removes all of it, and judges what is left. It does not come back by itself. */
  async remove(): Promise<RemovedSampleData> {
    const { store, cells, waivers, now } = this.#options;
    await store.mark(0);
    const work = await store.removeWork();
    let samples = 0;
    // Whoever was adding some in this moment has them removed in the next turn.
    for (let kpis = await store.kpis(); kpis.length > 0;) {
      for (const kpi of kpis) {
        samples += await store.removeSamples(kpi, now().getTime());
      }
      kpis = await store.kpis();
    }
    await cells.evaluate();
    await waivers.expire(now().getTime());
    return { samples, ...work };
  }

  async #fill(
    added: number,
    now: number,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    const { store } = this.#options;
    let accepted = 0;
    let rows: Sample[] = [];
    const flush = async () => {
      accepted += await this.#record(rows);
      rows = [];
    };
    for await (const samples of this.#due(added, now)) {
      rows.push(...samples);
      if (rows.length < atOnce) continue;
      if (signal?.aborted || (await store.addedAt()) === 0) return accepted;
      await flush();
    }
    await flush();
    return accepted;
  }

  /** What is to be added, a cell at a time. */
  async *#due(added: number, now: number): AsyncIterable<Sample[]> {
    const { set, tree } = await currentScene(this.#options);
    const kpis = set.kpis.filter(kpi => !isMeasuredHere(kpi));
    const standing = await this.#options.verdicts.cells.ofKpis(
      kpis.map(({ id }) => id),
    );
    const isReal = new Set<string>();
    const lastAt = new Map<string, number>();
    for (const { kpi, entity, at, source } of standing) {
      if (at === undefined) continue;
      lastAt.set(`${kpi} ${entity}`, at);
      if (source !== who.source) isReal.add(kpi);
    }
    const start = now - HISTORY_DAYS * dayMs;
    for (const kpi of kpis) {
      if (isReal.has(kpi.id)) continue;
      for (const entity of groupsWith(kpi, tree)) {
        const after = Math.max(lastAt.get(`${kpi.id} ${entity}`) ?? 0, start);
        yield sampleHistory(kpi, entity, { after, now, added });
      }
    }
  }

  async #record(rows: readonly Sample[]): Promise<number> {
    if (rows.length === 0) return 0;
    const { verdicts, samples } = this.#options;
    const keyOf = ({
      kpi,
      entity,
      at,
    }: {
      kpi: string;
      entity: string;
      at: number;
    }) => `${kpi} ${entity} ${at}`;
    const keys = rows.map(({ kpi, entity, at }) => ({
      kpi,
      entity,
      at: Date.parse(at),
    }));
    // What is there, real or not, stays.
    const known = new Set((await verdicts.samples.find(keys)).map(keyOf));
    const fresh = rows.filter((_, index) => !known.has(keyOf(keys[index])));
    const { accepted } = await samples.record(fresh, who, () => true);
    return accepted;
  }
}

/** What the portal measures of itself is real from the first minute. */
function isMeasuredHere({ source }: Pick<Kpi, 'source'>): boolean {
  return (
    ['catalog', 'scaffolder'].includes(source.type) ||
    (source.type === 'plugin' && source.plugin === 'org-model')
  );
}
