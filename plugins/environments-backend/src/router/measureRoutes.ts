import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Measure } from '@squadron/contract';
import type { EnvironmentQueries } from '../services/EnvironmentQueries';
import type { EnvironmentsHandlers } from './types';

const inUse: Measure = {
  name: 'in-use',
  title: 'Environments in use',
  description:
    'Environments that a group has now; of other days the clusters keep nothing',
  kind: 'gauge',
  unit: 'environments',
  dimensions: {},
};

export interface MeasureRouteOptions {
  queries: EnvironmentQueries;
  now: () => Date;
}

function checkMeasure(
  name: string,
  dimensions: Record<string, string | undefined>,
): void {
  if (name !== inUse.name) {
    throw new NotFoundError(
      `environments does not measure "${name}"; GET /api/environments/measures lists what it does`,
    );
  }
  const [unknown] = Object.keys(dimensions);
  if (unknown !== undefined) {
    throw new InputError(
      `The measure ${name} has no dimension "${unknown}": leave it out`,
    );
  }
}

/** The measures protocol: what environments measures. */
export function measureRoutes({
  queries,
  now,
}: MeasureRouteOptions): Pick<EnvironmentsHandlers, 'measures' | 'measure'> {
  return {
    async measures() {
      return { items: [inUse] };
    },
    async measure({ params, query: { group, from, to, ...dimensions } }) {
      checkMeasure(params.measure, dimensions);
      const day = now().toISOString().slice(0, 10);
      if (day < from || day > to) return { rows: [] };
      const root = group ? [group] : undefined;
      const { items, clusters } = await queries.list({ root });
      // A number that misses a cluster would be taken for the whole one.
      const down = clusters.find(({ problem }) => problem);
      if (down?.problem) throw new ServiceUnavailableError(down.problem);
      const counts = new Map<string, number>();
      for (const { owner } of items) {
        counts.set(owner, (counts.get(owner) ?? 0) + 1);
      }
      return {
        rows: [...counts].map(([owner, sum]) => ({
          group: owner,
          day,
          sum,
          count: 1,
        })),
      };
    },
  };
}
