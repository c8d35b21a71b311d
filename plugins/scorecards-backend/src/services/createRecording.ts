import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { IdempotencyKeys } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { DatabaseRetentionStore } from '../database/DatabaseRetentionStore';
import { CellKeeper } from '../engine/CellKeeper';
import { RetentionKeeper } from '../engine/RetentionKeeper';
import { RollUpKeeper } from '../engine/RollUpKeeper';
import { StalenessKeeper } from '../engine/StalenessKeeper';
import { CellProblems } from './CellProblems';
import type { Definitions } from './Definitions';
import type { Directory } from './Directory';
import { SampleCommands } from './SampleCommands';
import type { TreeHistory } from './TreeHistory';

/** What takes samples in, and keeps what is made of them as it should be. */
export function createRecording(options: {
  knex: Knex;
  definitions: Definitions;
  directory: Directory;
  history: TreeHistory;
  logger: LoggerService;
  now: () => Date;
  retentionDays: number;
}) {
  const database = new DatabaseVerdicts(options.knex);
  const rollUp = new RollUpKeeper({ ...options, database });
  const all = { ...options, database, rollUp };
  const cells = new CellKeeper(all);
  const staleness = new StalenessKeeper(all);
  const retention = new RetentionKeeper({
    ...options,
    retention: new DatabaseRetentionStore(options.knex),
  });
  const keys = new IdempotencyKeys(options);
  return {
    samples: new SampleCommands(all),
    problems: new CellProblems(all),
    cells,
    keys,
    async schedule(scheduler: SchedulerService): Promise<void> {
      await cells.schedule(scheduler);
      await staleness.schedule(scheduler);
      await rollUp.schedule(scheduler);
      await retention.schedule(scheduler);
      await scheduler.scheduleTask({
        id: 'scorecards-idempotency-keys',
        scope: 'global',
        frequency: { hours: 1 },
        timeout: { minutes: 5 },
        fn: async () => {
          await keys.prune(options.now());
        },
      });
    },
    stop: () => rollUp.stop(),
  };
}
