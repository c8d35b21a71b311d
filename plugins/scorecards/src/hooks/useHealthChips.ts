import { useApi } from '@backstage/frontend-plugin-api';
import type { MatrixRow } from '@squadron/plugin-scorecards-common';
import type { OrgChartReading } from '@squadron/plugin-org-model-react';
import { useLoad } from '@squadron/ui';
import { useCallback, useMemo } from 'react';
import { scorecardsApiRef } from '../api/scorecardsApi';
import { cellCount } from '../lib/heatMapView';
import { healthMark, percent } from '../lib/marks';

/** Health on the cards of the org chart, of all groups that have a KPI below them. */
export function useHealthChips(): OrgChartReading {
  const api = useApi(scorecardsApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<MatrixRow[]> => {
      const matrix = await api.matrix({ query: {} }, { signal });
      return matrix.groupBy === 'category' ? matrix.rows : [];
    },
    [api],
  );
  const { value, error } = useLoad(load);
  const chips = useMemo(
    () =>
      value &&
      new Map(
        value
          .filter(({ health }) => cellCount(health) > 0)
          .map(({ ref, title, health }) => {
            const { status, words } = healthMark(health);
            const score = percent(health.score);
            return [
              ref,
              { status, text: score, title: `${title}: ${score}, ${words}` },
            ];
          }),
      ),
    [value],
  );
  return { chips, error };
}
