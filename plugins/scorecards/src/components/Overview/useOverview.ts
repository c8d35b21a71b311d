import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Category,
  Matrix,
  RowCell,
} from '@squadron/plugin-scorecards-common';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';

/** More cells than these are read page by page, by the table's own export. */
const mostCells = 1_000;

export interface OverviewData {
  matrix: Extract<Matrix, { groupBy: 'category' }>;
  cells: RowCell[];
  /** All cells that there are, also those beyond the first thousand. */
  total: number;
  /** What has been missed for longest, of all cells, and is not waived. */
  worst?: RowCell;
}

/** How the groups below some roots stand, by category; nothing is asked while the roots are not known. */
export function useOverview(
  roots: string[] | undefined,
  categories: Category[],
): Loaded<OverviewData> {
  const api = useApi(scorecardsApiRef);
  const key = roots && JSON.stringify([roots, categories]);
  const load = useCallback(
    async (signal: AbortSignal): Promise<OverviewData> => {
      const [root, category] = JSON.parse(key ?? '[]');
      const [matrix, page, missed] = await Promise.all([
        api.matrix({ query: { root, category } }, { signal }),
        api.entities(
          { query: { root, category, limit: mostCells } },
          { signal },
        ),
        api.entities(
          {
            query: {
              root,
              category,
              status: ['missed'],
              waived: 'false',
              sort: 'since',
              limit: 1,
            },
          },
          { signal },
        ),
      ]);
      if (matrix.groupBy !== 'category') throw new Error('Not by category');
      const { items: cells, total = cells.length } = page;
      return { matrix, cells, total, worst: missed.items.at(0) };
    },
    [api, key],
  );
  return useLoad(key === undefined ? undefined : load);
}
