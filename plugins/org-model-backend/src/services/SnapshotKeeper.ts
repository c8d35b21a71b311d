import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { SnapshotStore } from '../database/SnapshotStore';
import { toDay } from './SnapshotQueries';
import type { TreeIndex } from './TreeIndex';

/**
 * Writes down how the tree is today, often enough that the last word of a day is of its end.
 * Running it twice, or in two replicas at once, changes nothing.
 */
export class SnapshotKeeper {
  readonly #options: {
    index: TreeIndex;
    store: SnapshotStore;
    logger: LoggerService;
    now: () => Date;
  };

  constructor(options: {
    index: TreeIndex;
    store: SnapshotStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#options = options;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'org-model-daily-snapshot',
      scope: 'global',
      frequency: { minutes: 10 },
      initialDelay: { seconds: 15 },
      timeout: { minutes: 2 },
      fn: () => this.keep(),
    });
  }

  async keep(): Promise<void> {
    const { index, store, logger, now } = this.#options;
    const { snapshot } = await index.get();
    // An empty catalog is one that is still being filled.
    if (snapshot.groups.length === 0) return;
    const day = toDay(now());
    if (await store.save(day, snapshot)) {
      logger.info(`Wrote down how the organization is on ${day}`);
    }
  }
}
