import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { Sample } from '@squadron/plugin-scorecards-common';
import type {
  CollectRequest,
  Collected,
  CollectedKpi,
  Collector,
} from '@squadron/plugin-scorecards-node';
import { z } from 'zod/v3';
import type { CollectorSchedule } from '../readSchedule';

const pageSize = 100;
const dayMs = 86_400_000;
/** A task that takes longer is stuck rather than slow. */
const longestTaskMs = dayMs;
/** The last sign of life of a task comes so long before its end, at most. */
const heartbeatMs = 15 * 60_000;
/** An end that was written while the last run read is found in the next one. */
const overlapMs = 60_000;

const sourceSchema = z
  .object({
    type: z.string(),
    text: z.string(),
    measure: z.enum(['success-rate', 'duration']),
  })
  .strict();

type ScaffolderSource = z.output<typeof sourceSchema>;

interface EndedTask {
  endedAt: number;
  seconds: number;
  isGood: boolean;
}

/** Measures how long tasks of the scaffolder take from the order to the end, and how many succeed. */
export class ScaffolderCollector implements Collector<ScaffolderSource> {
  readonly id = 'scaffolder';
  readonly type = 'scaffolder';
  readonly title = 'Scaffolder';
  readonly everyRun = true;
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  readonly schema = sourceSchema;
  readonly #scaffolder: Pick<ScaffolderService, 'listTasks' | 'getLogs'>;
  readonly #auth: AuthService;

  constructor(options: {
    scaffolder: Pick<ScaffolderService, 'listTasks' | 'getLogs'>;
    auth: AuthService;
    schedule: CollectorSchedule;
  }) {
    this.everySeconds = options.schedule.everySeconds;
    this.timeoutSeconds = options.schedule.timeoutSeconds;
    this.#scaffolder = options.scaffolder;
    this.#auth = options.auth;
  }

  async *collect({
    kpis,
    to,
    signal,
  }: CollectRequest<ScaffolderSource>): AsyncGenerator<Collected> {
    const from = Math.min(...kpis.map(each => each.from.getTime())) - overlapMs;
    const tasks = await this.#readEnded(from, to.getTime(), signal);
    for (const asked of kpis) yield toCollected(asked, tasks);
  }

  async #readEnded(
    from: number,
    to: number,
    signal: AbortSignal,
  ): Promise<EndedTask[]> {
    const ended: EndedTask[] = [];
    for await (const task of this.#tasksSince(from - longestTaskMs, signal)) {
      const alive = Date.parse(task.lastHeartbeatAt ?? task.createdAt);
      if (alive < from - heartbeatMs) continue;
      const endedAt = await this.#endOf(task);
      if (endedAt === undefined || endedAt < from || endedAt > to) continue;
      ended.push({
        endedAt,
        seconds: Math.max(0, endedAt - Date.parse(task.createdAt)) / 1_000,
        isGood: task.status === 'completed',
      });
    }
    return ended;
  }

  /** Latest first; a task that is new since the page before pushes others into the next one. */
  async *#tasksSince(
    first: number,
    signal: AbortSignal,
  ): AsyncGenerator<ScaffolderTask> {
    const seen = new Set<string>();
    for (let offset = 0; ; offset += pageSize) {
      signal.throwIfAborted();
      const { items } = await this.#scaffolder.listTasks(
        // Who cancels a task has changed their mind: that says nothing about the scaffolder.
        { limit: pageSize, offset, status: ['completed', 'failed'] },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      for (const task of items) {
        if (Date.parse(task.createdAt) < first) return;
        if (!seen.has(task.id)) yield task;
        seen.add(task.id);
      }
      if (items.length < pageSize) return;
    }
  }

  async #endOf({ id }: ScaffolderTask): Promise<number | undefined> {
    const events = await this.#scaffolder.getLogs(
      { taskId: id },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    // A task that is tried again has several ends.
    const end = events.filter(({ type }) => type === 'completion').pop();
    return end && Date.parse(end.createdAt);
  }
}

function toCollected(
  { kpi, source, entities }: CollectedKpi<ScaffolderSource>,
  tasks: readonly EndedTask[],
): Collected {
  const [entity] = entities;
  if (entities.length !== 1) {
    return {
      kpi: kpi.id,
      fault: {
        kind: 'lasting',
        message: `The scaffolder serves everybody, and ${entities.length} groups have the KPI: let it apply to one`,
      },
    };
  }
  // Tasks that end at once are one sample, since a second one of that time would replace the first.
  const byEnd = new Map<number, EndedTask[]>();
  for (const task of tasks) {
    byEnd.set(task.endedAt, [...(byEnd.get(task.endedAt) ?? []), task]);
  }
  return {
    kpi: kpi.id,
    samples: [...byEnd].flatMap(([endedAt, together]) => {
      const values = valuesOf(source, together);
      const at = new Date(endedAt).toISOString();
      return values ? { kpi: kpi.id, entity, at, ...values } : [];
    }),
  };
}

/** How long it takes is asked of what succeeds: a quick failure is no speed. */
function valuesOf(
  { measure }: ScaffolderSource,
  tasks: readonly EndedTask[],
): Pick<Sample, 'good' | 'total' | 'sum' | 'count' | 'unit'> | undefined {
  const good = tasks.filter(({ isGood }) => isGood);
  if (measure === 'success-rate') {
    return { good: good.length, total: tasks.length };
  }
  if (good.length === 0) return undefined;
  const sum = good.reduce((seconds, task) => seconds + task.seconds, 0);
  return { sum, count: good.length, unit: 's' };
}
