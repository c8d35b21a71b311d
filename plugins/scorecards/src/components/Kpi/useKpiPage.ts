import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Health,
  Kpi,
  RolledUp,
  RowCell,
} from '@squadron/plugin-scorecards-common';
import { groupRef } from '@squadron/plugin-org-model-react';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';

export type KpiDetail = Kpi & {
  ownerTitle: string;
  health: Health;
  rolledUp?: RolledUp;
};

export interface KpiPageData {
  kpi: KpiDetail;
  cells: RowCell[];
  total: number;
  /** The cell that the page is about; none where several entities have the KPI and none is named. */
  cell?: RowCell;
}

/** A KPI with its cells; `entity` as the address has it. */
export function useKpiPage(id: string, entity: string): Loaded<KpiPageData> {
  const api = useApi(scorecardsApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<KpiPageData> => {
      const [kpi, page] = await Promise.all([
        api.kpi({ params: { kpi: id } }, { signal }),
        api.entities({ query: { kpi: id, limit: 1_000 } }, { signal }),
      ]);
      const { items: cells, total = cells.length } = page;
      const named = entity && groupRef(entity);
      const cell =
        cells.find(each => each.entity === named) ??
        (cells.length === 1 ? cells[0] : undefined);
      return { kpi, cells, total, cell };
    },
    [api, id, entity],
  );
  return useLoad(load);
}
