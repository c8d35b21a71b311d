import { bulkRows } from '@squadron/backend-kit';
import {
  freshnesses,
  statuses,
  verdicts,
} from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import type { CellFilter, CellSearch } from './CellReadStore';

const whenStale = freshnesses.flatMap((freshness, place) =>
  freshness === 'fresh'
    ? []
    : [`when freshness = ${place} then ${statuses.indexOf(freshness)}`],
);

const whenJudged = verdicts.flatMap((verdict, place) =>
  verdict === 'none'
    ? []
    : [`when verdict = ${place} then ${statuses.indexOf(verdict)}`],
);

/** The place of the cell's status in the list of the contract; `statusOf` in SQL. */
export const statusRank = `(case ${whenStale.join(' ')} ${whenJudged.join(' ')}
  when has_target then ${statuses.indexOf('no_data')} else ${statuses.indexOf('tracked')} end)`;

/** What a cell that counts in a score would add to it, before it is divided by the weight of all. */
export const gainOfCell = '(weight * (1 - points))';

/** Texts as a subquery with one parameter, however many they are. */
export function listOf(knex: Knex, texts: readonly string[]) {
  const rows = texts.map(text => ({ text }));
  return knex
    .select('text')
    .from(bulkRows(knex, { name: 'listed', columns: { text: 'text' }, rows }));
}

/** Narrows a query of `cells`. */
export function applyFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: CellFilter,
): void {
  const { groups, entities, kpis, categories, statuses: wanted } = filter;
  if (groups) query.whereIn('grp', listOf(knex, groups));
  if (entities) query.whereIn('entity', listOf(knex, entities));
  if (kpis) query.whereIn('kpi', listOf(knex, kpis));
  if (categories) query.whereIn('category', listOf(knex, categories));
  if (wanted) {
    const ranks = wanted.map(status => statuses.indexOf(status));
    query.whereRaw(`${statusRank} in (${ranks.map(() => '?')})`, ranks);
  }
  if (filter.waived === true) query.whereNotNull('waived_until');
  if (filter.waived === false) query.whereNull('waived_until');
  if (filter.search) applySearch(knex, query, filter.search);
}

function applySearch(
  knex: Knex,
  query: Knex.QueryBuilder,
  { text, kpis, groups }: CellSearch,
): void {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  query.where(any =>
    any
      .whereIn('kpi', listOf(knex, kpis))
      .orWhereIn('grp', listOf(knex, groups))
      .orWhereRaw(`lower(entity) like ? escape '\\'`, [pattern]),
  );
}
