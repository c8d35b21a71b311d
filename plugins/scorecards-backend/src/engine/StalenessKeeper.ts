import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { VerdictDatabase } from '../database/VerdictDatabase';
import type { Definitions } from '../services/Definitions';
import { restateCells } from '../services/restateCells';

const atOnce = 250;

/** Takes note that values have grown old. Two replicas at once do no harm. */
export class StalenessKeeper {
  readonly #options: {
    database: VerdictDatabase;
    definitions: Pick<Definitions, 'get'>;
    rollUp: { soon(): void };
    now: () => Date;
  };

  constructor(options: {
    database: VerdictDatabase;
    definitions: Pick<Definitions, 'get'>;
    rollUp: { soon(): void };
    now: () => Date;
  }) {
    this.#options = options;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'scorecards-staleness',
      scope: 'global',
      frequency: { seconds: 30 },
      initialDelay: { seconds: 10 },
      timeout: { minutes: 5 },
      fn: () => this.run(),
    });
  }

  async run(): Promise<void> {
    const { database, definitions, rollUp, now } = this.#options;
    const { byId } = await definitions.get();
    for (;;) {
      const moment = now().getTime();
      const overdue = await database.read.cells.overdue(moment, atOnce);
      // A KPI that is gone is left to whoever removes its cells.
      const known = overdue.flatMap(({ kpi: id, entity, group }) => {
        const kpi = byId.get(id);
        return kpi ? [{ kpi, entity, group }] : [];
      });
      if (known.length === 0) return;
      const written = await database.write(stores =>
        restateCells(stores, known, { now: moment }),
      );
      rollUp.soon();
      if (written === 0 || overdue.length < atOnce) return;
    }
  }
}
