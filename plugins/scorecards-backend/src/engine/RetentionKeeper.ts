import { setImmediate } from 'node:timers/promises';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import type { RetentionStore } from '../database/RetentionStore';
import { dayOf } from '../domain/day';
import type { Definitions } from '../services/Definitions';

const cellsAtOnce = 10;

/** Takes out what is too old to be asked for. Two replicas at once do no harm. */
export class RetentionKeeper {
  readonly #options: {
    retention: RetentionStore;
    definitions: Pick<Definitions, 'get'>;
    retentionDays: number;
    now: () => Date;
  };

  constructor(options: {
    retention: RetentionStore;
    definitions: Pick<Definitions, 'get'>;
    retentionDays: number;
    now: () => Date;
  }) {
    this.#options = options;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'scorecards-retention',
      scope: 'global',
      frequency: { hours: 24 },
      initialDelay: { minutes: 10 },
      timeout: { hours: 4 },
      fn: signal => this.run(signal),
    });
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { retention, definitions, retentionDays, now } = this.#options;
    const { kpis } = await definitions.get();
    // Nobody knows yet how far their windows reach.
    if (kpis.length === 0) return;
    const today = dayOf(now().getTime());
    const before = today - retentionDays - Math.max(...kpis.map(longestSpan));
    const untilNone = async (remove: () => Promise<number>) => {
      while (!signal?.aborted && (await remove()) > 0) await setImmediate();
    };
    await untilNone(() => this.#removeDays(before, signal));
    await untilNone(() => retention.removeChanges(before));
    await untilNone(() => retention.removeHealth(before));
  }

  /** Goes over all cells once. */
  async #removeDays(before: number, signal?: AbortSignal): Promise<number> {
    const { retention } = this.#options;
    let removed = 0;
    let page = await retention.cellsAfter(undefined, cellsAtOnce);
    while (page.length > 0 && !signal?.aborted) {
      const old = page.filter(({ day }) => day < before);
      if (old.length > 0) removed += await retention.removeDays(old, before);
      await setImmediate();
      page = await retention.cellsAfter(page[page.length - 1], cellsAtOnce);
    }
    return removed;
  }
}

/** The first day that a page may ask for has a value of all the days of its window. */
function longestSpan({ windowDays = 1, errorBudgetDays = 1 }: Kpi): number {
  return Math.max(windowDays, errorBudgetDays);
}
