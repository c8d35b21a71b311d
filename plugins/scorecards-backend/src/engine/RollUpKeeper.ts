import { setTimeout } from 'node:timers';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DirtyDay } from '../database/HealthStore';
import type { VerdictDatabase } from '../database/VerdictDatabase';
import { healthOfAlike } from '../domain/campaigns';
import { dayOf } from '../domain/day';
import type { Definitions } from '../services/Definitions';
import type { Directory } from '../services/Directory';
import type { TreeHistory } from '../services/TreeHistory';
import { HealthSweep } from './HealthSweep';
import { OwnHealth, saveHealth } from './rollUpDay';

/** A stream of samples must not make the roll-up run without a pause. */
const pauseMs = 1_000;
/** Groups with a thousand cells: with SQLite everybody waits for an answer. */
const countedAtOnce = 10;
/** Looks at past days until they are rolled up though samples of them keep coming in. */
const mostPatience = 30;

export interface RollUpOptions {
  database: VerdictDatabase;
  definitions: Pick<Definitions, 'get'>;
  directory: Pick<Directory, 'tree'>;
  history: Pick<TreeHistory, 'spans'>;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Rolls the health of groups up: of today soon after every change, of past days when samples come in
 * late. A day that is over stays as it was last, until something of it changes.
 */
export class RollUpKeeper {
  readonly #options: RollUpOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #endedAt = -Infinity;
  #stopped = false;
  #seenDirty = '';
  #patience = mostPatience;

  constructor(options: RollUpOptions) {
    this.#options = options;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'scorecards-roll-up',
      scope: 'global',
      frequency: { seconds: 10 },
      initialDelay: { seconds: 5 },
      timeout: { minutes: 30 },
      fn: () => this.look(),
    });
  }

  /** Says that something has changed: today is rolled up in a moment, once for many changes. */
  soon(): void {
    if (this.#timer || this.#stopped) return;
    const wait = Math.max(0, this.#endedAt + pauseMs - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#once(() => this.#rollUpToday());
    }, wait);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Rolls every day up that has changed, and a day that has just begun. */
  async run(): Promise<void> {
    await this.#rollUpToday();
    await this.#rollUpPast(await this.#pastDirty());
  }

  /**
   * As {@link run}, with patience: a history that comes in changes the same days with each of its
   * batches, and they are rolled up when it has come to an end, or after some minutes.
   */
  async look(): Promise<void> {
    await this.#rollUpToday();
    const dirty = await this.#pastDirty();
    const seen = JSON.stringify(dirty);
    if (seen !== this.#seenDirty && this.#patience > 0) {
      this.#patience -= 1;
      this.#seenDirty = seen;
      return;
    }
    this.#patience = mostPatience;
    await this.#rollUpPast(dirty);
  }

  async #pastDirty(): Promise<DirtyDay[]> {
    const today = dayOf(this.#options.now().getTime());
    const dirty = await this.#options.database.read.health.dirtyDays();
    return dirty.filter(({ day }) => day < today);
  }

  #once(work: () => Promise<void>): void {
    this.#running = work()
      .catch(error =>
        this.#options.logger.error(
          `The health of today could not be rolled up; it is tried again within seconds: ${stringifyError(error)}`,
        ),
      )
      .finally(() => {
        this.#endedAt = performance.now();
      });
  }

  async #rollUpToday(): Promise<void> {
    const { database, directory, now } = this.#options;
    const { cells, health } = database.read;
    const today = dayOf(now().getTime());
    // Written down first: whoever stops in the middle of a new day has it begun again.
    if ((await health.groupsOf(today)).length === 0) {
      // The day that is over is counted by the rule of past days, as after a late sample.
      const isFirst = (await health.groupsOf(today - 1)).length === 0;
      await this.#mark(isFirst ? [today] : [today - 1, today]);
    }
    const dirty = await this.#dirty(today);
    if (dirty.length === 0) return;
    const tree = await directory.tree();
    const own = new OwnHealth();
    const refs = tree.groups().map(({ ref }) => ref);
    const atOnce = database.isSynchronous ? countedAtOnce : refs.length;
    for (let from = 0; from < refs.length; from += atOnce) {
      const chunk = refs.slice(from, from + atOnce);
      for (const count of await cells.counts(chunk)) {
        own.add(count.group, count.category, healthOfAlike([count]));
      }
    }
    await saveHealth(database, today, own.rollUp(tree));
    const cleaned = await health.clean(dirty);
    // Another replica was faster, and what it counted later may have been written over just now.
    if (cleaned === 0 && (await this.#dirty(today)).length === 0) {
      await this.#mark([today]);
    }
  }

  async #dirty(today: number): Promise<DirtyDay[]> {
    const dirty = await this.#options.database.read.health.dirtyDays();
    return dirty.filter(({ day }) => day === today);
  }

  async #mark(days: number[]): Promise<void> {
    await this.#options.database.write(({ health }) => health.markDirty(days));
  }

  async #rollUpPast(dirty: readonly DirtyDay[]): Promise<void> {
    if (dirty.length === 0) return;
    const { database, definitions, history } = this.#options;
    const { kpis } = await definitions.get();
    const first = dirty[0].day;
    const last = dirty[dirty.length - 1].day;
    const spans = await history.spans(first, last);
    const sweep = new HealthSweep({
      database,
      treeOf: day => spans.find(({ to }) => day <= to)!.tree,
    });
    for (const run of runsOf(dirty)) {
      await sweep.run(kpis, run[0].day, run[run.length - 1].day);
      await database.read.health.clean(run);
    }
  }
}

/** Days that follow each other, together. */
function runsOf(days: readonly DirtyDay[]): DirtyDay[][] {
  const runs: DirtyDay[][] = [];
  for (const each of days) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1].day === each.day - 1) run.push(each);
    else runs.push([each]);
  }
  return runs;
}
