import { ResponseError } from '@backstage/errors';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { EndedTask } from '../domain/figures';
import { endOf, isRefusal, retryOf } from '../domain/taskLog';

/** Figures are about the tasks that ended in so many days. */
export const keptDays = 90;

const pageSize = 100;
const logsAtOnce = 10;
const dayMs = 86_400_000;
const freshMs = 60_000;
/** A task that takes longer is stuck: the scaffolder closes it. */
const longestTaskMs = dayMs;

type Status = ScaffolderTask['status'];
/** Who cancels a task has changed their mind: that says nothing about the golden path. */
const allEnds: Status[] = ['completed', 'failed'];

interface KnownTask {
  /** Changes when a task that has failed is tried again. */
  mark: string;
  hasFailed: boolean;
  createdAt: number;
  ended?: EndedTask;
}

export interface TaskHistoryOptions {
  scaffolder: Pick<ScaffolderService, 'listTasks' | 'getLogs' | 'getTask'>;
  auth: AuthService;
  now: () => Date;
}

/**
 * Tasks of golden paths that have ended, at most a minute old. When one ended stands in its log alone, which is
 * read once; who asks while it is being read waits for the same answer.
 */
export class TaskHistory {
  readonly #options: TaskHistoryOptions;
  readonly #known = new Map<string, KnownTask>();
  #readAt: number | undefined;
  #answer:
    { at: number; isReading: boolean; tasks: Promise<EndedTask[]> } | undefined;

  constructor(options: TaskHistoryOptions) {
    this.#options = options;
  }

  ended(): Promise<readonly EndedTask[]> {
    const at = this.#options.now().getTime();
    const last = this.#answer;
    // To read all for the first time may take longer than an answer is kept.
    if (last && (last.isReading || at - last.at < freshMs)) return last.tasks;
    const answer = { at, isReading: true, tasks: this.#read(at) };
    this.#answer = answer;
    answer.tasks.then(
      () => {
        answer.isReading = false;
      },
      () => {
        this.#answer = undefined;
      },
    );
    return answer.tasks;
  }

  async #read(at: number): Promise<EndedTask[]> {
    const oldest = at - keptDays * dayMs;
    const first = oldest - longestTaskMs;
    const last = this.#readAt;
    await this.#readSince(last ? last - longestTaskMs : first, allEnds);
    if (last) await this.#readRetried(first);
    for (const [id, { createdAt, ended }] of this.#known) {
      // What the list still has stays known, so that its log is not read again.
      const isOld = createdAt < first;
      if (isOld && !(ended && isSince(ended, oldest))) this.#known.delete(id);
    }
    this.#readAt = at;
    return [...this.#known.values()].flatMap(({ ended }) =>
      ended && isSince(ended, oldest) ? ended : [],
    );
  }

  /** Reads what is new of the tasks that were ordered since a moment; answers the ids of all of them. */
  async #readSince(first: number, status: Status[]): Promise<Set<string>> {
    const found = new Set<string>();
    for await (const page of this.#pagesSince(first, status)) {
      for (const { id } of page) found.add(id);
      const news = page.filter(
        task => this.#known.get(task.id)?.mark !== markOf(task),
      );
      for (let from = 0; from < news.length; from += logsAtOnce) {
        const some = news.slice(from, from + logsAtOnce);
        await Promise.all(some.map(task => this.#remember(task)));
      }
    }
    return found;
  }

  /** A task that has failed may be tried again days later: then it fails once more, or is no longer among the failed. */
  async #readRetried(first: number): Promise<void> {
    const failed = await this.#readSince(first, ['failed']);
    for (const [id, { createdAt, hasFailed }] of this.#known) {
      if (!hasFailed || createdAt < first || failed.has(id)) continue;
      const task = await this.#find(id);
      if (!task || task.status === 'cancelled') this.#known.delete(id);
      else if (task.status === 'completed') await this.#remember(task);
    }
  }

  /** Latest first. */
  async *#pagesSince(
    first: number,
    status: Status[],
  ): AsyncGenerator<ScaffolderTask[]> {
    for (let offset = 0; ; offset += pageSize) {
      const { items } = await this.#options.scaffolder.listTasks(
        { limit: pageSize, offset, status },
        await this.#credentials(),
      );
      const since = items.filter(
        ({ createdAt }) => Date.parse(createdAt) >= first,
      );
      yield since;
      if (since.length < pageSize) return;
    }
  }

  async #find(taskId: string): Promise<ScaffolderTask | undefined> {
    const { scaffolder } = this.#options;
    try {
      return await scaffolder.getTask({ taskId }, await this.#credentials());
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404)
        return undefined;
      throw error;
    }
  }

  async #remember(task: ScaffolderTask): Promise<void> {
    const events = await this.#options.scaffolder.getLogs(
      { taskId: task.id },
      await this.#credentials(),
    );
    this.#known.set(task.id, {
      mark: markOf(task),
      hasFailed: task.status === 'failed',
      createdAt: Date.parse(task.createdAt),
      ended: endedTask(task, events),
    });
  }

  async #credentials() {
    return { credentials: await this.#options.auth.getOwnServiceCredentials() };
  }
}

function markOf({ status, lastHeartbeatAt }: ScaffolderTask): string {
  return `${status} ${lastHeartbeatAt}`;
}

function isSince({ endedAt }: EndedTask, oldest: number): boolean {
  return endedAt.getTime() >= oldest;
}

function endedTask(
  task: ScaffolderTask,
  log: Awaited<ReturnType<ScaffolderService['getLogs']>>,
): EndedTask | undefined {
  const { spec, status, createdAt } = task;
  const template = spec.templateInfo?.entityRef;
  const endedAt = endOf(log);
  const isGood = status === 'completed';
  if (!template || !endedAt) return undefined;
  if (!isGood && isRefusal(log, spec.steps)) return undefined;
  const { owner } = spec.parameters;
  const startedAt = retryOf(log) ?? new Date(createdAt);
  const ms = endedAt.getTime() - startedAt.getTime();
  return {
    template,
    ...(typeof owner === 'string' && { owner }),
    endedAt,
    seconds: Math.max(0, ms) / 1_000,
    isGood,
  };
}
