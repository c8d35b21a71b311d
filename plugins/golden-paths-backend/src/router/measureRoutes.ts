import { InputError, NotFoundError } from '@backstage/errors';
import type { Measure } from '@squadron/contract';
import {
  type TaskMeasure,
  measuredOf,
  successOf,
  timeOf,
} from '../domain/figures';
import type { TaskOwners } from '../services/TaskOwners';
import type { TaskHistory } from '../services/TaskHistory';
import type { GoldenPathsHandlers } from './types';

const time: Measure = {
  name: 'scaffold-time',
  title: 'Time of golden paths',
  description:
    'From the order to the end, of golden paths that ended well, by the group that they made something for',
  kind: 'duration',
  unit: 's',
  dimensions: {},
};
const success: Measure = {
  name: 'scaffold-success',
  title: 'Golden paths that end well',
  description:
    'Golden paths that ended well, of all that ended, by the group that they made something for',
  kind: 'ratio',
  unit: '%',
  dimensions: {},
};
const offered: readonly { measure: Measure; of: TaskMeasure }[] = [
  { measure: time, of: timeOf },
  { measure: success, of: successOf },
];

export interface MeasureRouteOptions {
  history: TaskHistory;
  owners: TaskOwners;
}

function findMeasure(
  name: string,
  dimensions: Record<string, string | undefined>,
): TaskMeasure {
  const found = offered.find(({ measure }) => measure.name === name);
  if (!found) {
    throw new NotFoundError(
      `golden-paths does not measure "${name}"; GET /api/golden-paths/measures lists what it does`,
    );
  }
  const [unknown] = Object.keys(dimensions);
  if (unknown !== undefined) {
    throw new InputError(
      `The measure ${name} has no dimension "${unknown}": leave it out`,
    );
  }
  return found.of;
}

/** The measures protocol: what golden paths measure. */
export function measureRoutes({
  history,
  owners,
}: MeasureRouteOptions): Pick<GoldenPathsHandlers, 'measures' | 'measure'> {
  return {
    async measures() {
      return { items: offered.map(({ measure }) => measure) };
    },
    async measure({ params, query: { group, from, to, ...dimensions } }) {
      const measure = findMeasure(params.measure, dimensions);
      const tasks = await history.ended();
      const groupOf = await owners.of(tasks, group);
      const rows = measuredOf(tasks, measure, groupOf);
      return { rows: rows.filter(({ day }) => from <= day && day <= to) };
    },
  };
}
