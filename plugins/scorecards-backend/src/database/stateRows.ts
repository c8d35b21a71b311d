import {
  CellState,
  freshnesses,
  verdicts,
} from '@squadron/plugin-scorecards-common';
import type { KpiStates } from './CellReadStore';

/** The states that a cell may have, each at the place that {@link stateColumn} gives. */
const states: readonly CellState[] = verdicts.flatMap(verdict =>
  freshnesses.flatMap(freshness =>
    [false, true].map(waived => ({ verdict, freshness, waived })),
  ),
);

/** One number for the state of a cell. */
export const stateColumn = `((verdict * ${freshnesses.length} + freshness) * 2
  + (case when waived_until is null then 0 else 1 end))`;

/** A row of all cells of a KPI; SQLite gives lists as text. */
export interface StatesRow {
  kpi: string;
  entities: string | string[];
  codes: string | number[];
}

export function toKpiStates(row: StatesRow): KpiStates {
  const { entities, codes } = row;
  return {
    kpi: row.kpi,
    entities: typeof entities === 'string' ? JSON.parse(entities) : entities,
    states: (typeof codes === 'string'
      ? (JSON.parse(codes) as number[])
      : codes
    ).map(code => states[code]),
  };
}
