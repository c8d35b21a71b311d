import { InputError, NotFoundError } from '@backstage/errors';
import type { Measure } from '@squadron/contract';
import { coverageOf } from '../domain/coverage';
import { toDay } from '../services/SnapshotQueries';
import type { TreeIndex } from '../services/TreeIndex';
import { findGroup } from './lookup';
import type { OrgModelHandlers } from './types';

const coverage: Measure = {
  name: 'coverage',
  title: 'Described components',
  description:
    'Components with an owner, a System, docs and a lifecycle, of all components, as they are today',
  kind: 'ratio',
  unit: '%',
  dimensions: {},
};

function checkDimensions(dimensions: Record<string, string | undefined>) {
  const [unknown] = Object.keys(dimensions);
  if (unknown !== undefined) {
    throw new InputError(
      `The measure coverage has no dimension "${unknown}": leave it out`,
    );
  }
}

/** The measures protocol: what org-model measures. */
export function measureRoutes(options: {
  index: TreeIndex;
  now: () => Date;
}): Pick<OrgModelHandlers, 'measures' | 'measure'> {
  return {
    async measures() {
      return { items: [coverage] };
    },
    async measure({ params, query: { group, from, to, ...dimensions } }) {
      if (params.measure !== coverage.name) {
        throw new NotFoundError(
          `org-model does not measure "${params.measure}"; GET /api/org-model/measures lists what it does`,
        );
      }
      checkDimensions(dimensions);
      const index = await options.index.get();
      const root = findGroup(index, group);
      const day = toDay(options.now());
      // The catalog only knows how things are now.
      if (day < from || day > to) return { rows: [] };
      return {
        rows: coverageOf(index)
          .filter(row => !root || index.tree.isWithin(row.group, root))
          .map(row => ({
            group: row.group,
            day,
            numerator: row.covered,
            denominator: row.components,
          })),
      };
    },
  };
}
