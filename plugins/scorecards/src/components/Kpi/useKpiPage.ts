import { parseEntityRef } from '@backstage/catalog-model';
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
import { ScorecardsApi, scorecardsApiRef } from '../../api/scorecardsApi';

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

/** The cell of an entity beyond the first page. */
async function cellOf(
  api: ScorecardsApi,
  kpi: string,
  entity: string,
  signal: AbortSignal,
): Promise<RowCell | undefined> {
  const { kind, namespace, name } = parseEntityRef(entity);
  const { cells } = await api.scorecard(
    { params: { kind, namespace, name }, query: {} },
    { signal },
  );
  return cells.find(each => each.kpi === kpi);
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
      const only = total === 1 ? cells[0] : undefined;
      const cell = cells.find(each => each.entity === named) ?? only;
      if (cell || !named || total <= cells.length) {
        return { kpi, cells, total, cell };
      }
      return { kpi, cells, total, cell: await cellOf(api, id, named, signal) };
    },
    [api, id, entity],
  );
  return useLoad(load);
}
