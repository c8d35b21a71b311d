import type { CellSort } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import type { CellOrder, CellPlace } from './CellReadStore';
import { gainOfCell, statusRank } from './cellFilter';

const keys: Record<CellSort, string> = {
  status: statusRank,
  kpi: 'kpi',
  entity: 'entity',
  value: 'value',
  at: 'at',
  since: 'since',
  gain: gainOfCell,
};

/** Keys that every cell has, by which an index sorts. */
const always: ReadonlySet<CellSort> = new Set(['status', 'kpi', 'entity']);

/** What cells are sorted by. */
export function keyOf({ sort }: CellOrder): string {
  return keys[sort];
}

/** Sorts cells, those without a key last, and equal ones by KPI and entity. */
export function applyOrder(query: Knex.QueryBuilder, by: CellOrder): void {
  const key = keyOf(by);
  if (!always.has(by.sort)) query.orderByRaw(`(${key} is null)`);
  query.orderByRaw(`${key} ${by.order}`).orderBy(['kpi', 'entity']);
}

/** Keeps what comes after a place in that order. */
export function applyPlace(
  query: Knex.QueryBuilder,
  by: CellOrder,
  { key: last, kpi, entity }: CellPlace,
): void {
  const key = keyOf(by);
  const later = `(kpi, entity) > (?, ?)`;
  if (last === null) {
    query.whereRaw(`${key} is null and ${later}`, [kpi, entity]);
    return;
  }
  const beyond = by.order === 'asc' ? '>' : '<';
  if (always.has(by.sort) && by.order === 'asc') {
    query.whereRaw(`(${key}, kpi, entity) > (?, ?, ?)`, [last, kpi, entity]);
    return;
  }
  query.whereRaw(
    `(${key} ${beyond} ? or ${key} is null or (${key} = ? and ${later}))`,
    [last, last, kpi, entity],
  );
}
