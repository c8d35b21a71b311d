import type { SchedulerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Collector } from '@squadron/plugin-scorecards-node';
import type { Knex } from 'knex';
import { createCollectors } from '../collectors/createCollectors';
import { DatabaseImportStore } from '../database/DatabaseImportStore';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { CollectorRunner, ProblemReporter } from '../engine/CollectorRunner';
import { ImportWorker } from '../engine/ImportWorker';
import { CollectorQueries } from './CollectorQueries';
import { ImportCommands } from './ImportCommands';
import type { SampleCommands } from './SampleCommands';

type RunnerOptions = ConstructorParameters<typeof CollectorRunner>[0];

/** What brings samples in by itself, and files of samples. */
export function createCollecting(
  options: Parameters<typeof createCollectors>[0] &
    Pick<RunnerOptions, 'definitions' | 'directory' | 'logger' | 'now'> & {
      knex: Knex;
      samples: SampleCommands;
      problems: ProblemReporter;
      /** Collectors of modules. */
      added: readonly Collector[];
    },
) {
  const { knex, added } = options;
  const collectors = [...createCollectors(options), ...added];
  checkIds(collectors);
  const runs = new DatabaseRunStore(knex);
  const runner = new CollectorRunner({ ...options, collectors, runs });
  const imports = new DatabaseImportStore(knex);
  const worker = new ImportWorker({ ...options, imports });
  return {
    collecting: {
      collectors,
      queries: new CollectorQueries({ ...options, collectors, runs }),
      runner,
      runs,
    },
    imports: new ImportCommands({ ...options, imports, worker }),
    async schedule(scheduler: SchedulerService): Promise<void> {
      await runner.schedule(scheduler);
      await worker.schedule(scheduler);
    },
  };
}

function checkIds(collectors: readonly Collector[]): void {
  const ids = collectors.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice === undefined) return;
  throw new ConflictError(
    `There are two collectors "${twice}": give the one of the module another id`,
  );
}
