import {
  encodeState,
  freshnesses,
  verdicts,
} from '@squadron/plugin-scorecards-common';
import type { CellCode } from '../database/CellReadStore';

/** Entities with one character for each KPI; see `encodeState`. */
export interface PackedStates {
  kpis: string[];
  entities: string[];
  states: string[];
}

/** @param order - ids of KPIs in the order in which they are to stand; those without a cell are left out */
export function packStates(
  codes: readonly CellCode[],
  order: readonly string[],
): PackedStates {
  const measured = new Set(codes.map(({ kpi }) => kpi));
  const kpis = order.filter(id => measured.has(id));
  const column = new Map(kpis.map((id, at) => [id, at]));
  const rows = new Map<string, string[]>();
  for (const { kpi, entity, verdict, freshness, waived } of codes) {
    const at = column.get(kpi);
    if (at === undefined) continue;
    const row = rows.get(entity) ?? kpis.map(() => encodeState(undefined));
    row[at] = encodeState({
      verdict: verdicts[verdict],
      freshness: freshnesses[freshness],
      waived,
    });
    rows.set(entity, row);
  }
  const entities = [...rows.keys()].sort();
  return {
    kpis,
    entities,
    states: entities.map(entity => rows.get(entity)!.join('')),
  };
}
