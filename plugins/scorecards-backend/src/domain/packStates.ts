import { encodeState } from '@squadron/plugin-scorecards-common';
import type { KpiStates } from '../database/CellReadStore';

/** Entities with one character for each KPI; see `encodeState`. */
export interface PackedStates {
  kpis: string[];
  entities: string[];
  states: string[];
}

const none = encodeState(undefined);

/** @param order - ids of KPIs in the order in which they are to stand; those without a cell are left out */
export function packStates(
  columns: readonly KpiStates[],
  order: readonly string[],
): PackedStates {
  const byKpi = new Map(columns.map(column => [column.kpi, column]));
  const kpis = order.filter(id => byKpi.has(id));
  const rows = new Map<string, string[]>();
  kpis.forEach((id, at) => {
    const { entities, states } = byKpi.get(id)!;
    entities.forEach((entity, i) => {
      const row = rows.get(entity) ?? new Array<string>(kpis.length).fill(none);
      row[at] = encodeState(states[i]);
      rows.set(entity, row);
    });
  });
  const entities = [...rows.keys()].sort();
  return {
    kpis,
    entities,
    states: entities.map(entity => rows.get(entity)!.join('')),
  };
}
