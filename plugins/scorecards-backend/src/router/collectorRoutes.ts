import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Collector } from '@squadron/plugin-scorecards-node';
import type { RunStore } from '../database/RunStore';
import type { CollectorRunner } from '../engine/CollectorRunner';
import { CollectorQueries, toRun } from '../services/CollectorQueries';
import { userOf } from './caller';
import type { ScorecardsHandlers } from './types';

export interface CollectorRouteOptions {
  collecting: {
    collectors: readonly Collector[];
    queries: CollectorQueries;
    runner: CollectorRunner;
    runs: RunStore;
  };
  logger: LoggerService;
}

/** Routes about where samples come from. */
export function collectorRoutes({
  collecting: { collectors, queries, runner, runs },
  logger,
}: CollectorRouteOptions): Pick<
  ScorecardsHandlers,
  'collectors' | 'runs' | 'runCollector'
> {
  return {
    async collectors() {
      return queries.collectors();
    },
    async runs({ query }) {
      return queries.runs(query);
    },
    async runCollector({ params: { id }, credentials, audit }) {
      const collector = collectors.find(each => each.id === id);
      if (!collector) {
        throw new NotFoundError(
          `There is no collector "${id}"; GET /api/scorecards/collectors lists them`,
        );
      }
      const begun = await runner.begin(
        collector,
        userOf(credentials) ?? 'plugin',
      );
      if (begun) {
        audit({ run: begun.run.id });
        // Its end is told in the list of runs, also when it fails.
        begun
          .done()
          .catch(error => logger.error(`A run of ${id} got lost`, error));
        return toRun(begun.run);
      }
      const running = await runs.running(id);
      if (running) return toRun(running);
      // It has just ended.
      const [last] = await runs.list({ collector: id, limit: 1 });
      return toRun(last);
    },
  };
}
