import { isSqlite } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type {
  CellFilter,
  CellOrder,
  CellPlace,
  CellReadStore,
  KpiStates,
  KpiSummary,
  PlacedCell,
} from './CellReadStore';
import type { StoredCell } from './CellStore';
import { applyFilter, gainOfCell, statusRank } from './cellFilter';
import { applyOrder, applyPlace, keyOf } from './cellOrder';
import { CellRow, toCell } from './cellRows';
import { StatesRow, stateColumn, toKpiStates } from './stateRows';
import {
  SummaryRow,
  summaryColumns,
  summaryGroups,
  toSummaries,
} from './summaryRows';

export class DatabaseCellReadStore implements CellReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async version(): Promise<string> {
    const row = await this.#knex('marks').where({ name: 'verdicts' }).first();
    return String(row?.version ?? 0);
  }

  async page(
    filter: CellFilter,
    by: CellOrder,
    { after, limit }: { after?: CellPlace; limit: number },
  ): Promise<PlacedCell[]> {
    const query = this.#cells(filter)
      .select('cells.*', this.#knex.raw(`${keyOf(by)} as sort_key`))
      .limit(limit);
    applyOrder(query, by);
    if (after) applyPlace(query, by, after);
    const rows: (CellRow & { sort_key: string | number | null })[] =
      await query;
    return rows.map(row => ({
      cell: toCell(row),
      place: {
        // PostgreSQL gives moments as text.
        key:
          by.sort === 'at' || by.sort === 'since'
            ? row.sort_key && Number(row.sort_key)
            : row.sort_key,
        kpi: row.kpi,
        entity: row.entity,
      },
    }));
  }

  async count(filter: CellFilter): Promise<number> {
    const [row] = await this.#cells(filter).count({ total: '*' });
    return Number(row.total);
  }

  async toFix(filter: CellFilter, limit: number): Promise<StoredCell[]> {
    const rows: CellRow[] = await this.#cells(filter)
      .select('cells.*')
      .where('points', '<', 1)
      .whereNull('waived_until')
      .orderByRaw(`${gainOfCell} desc, ${statusRank}`)
      .orderBy(['kpi', 'entity'])
      .limit(limit);
    return rows.map(toCell);
  }

  async weight(filter: CellFilter): Promise<number> {
    const [row] = await this.#cells(filter)
      .whereNotNull('points')
      .sum({ total: 'weight' });
    return Number(row.total ?? 0);
  }

  async states(filter: CellFilter): Promise<KpiStates[]> {
    const list = isSqlite(this.#knex) ? 'json_group_array' : 'json_agg';
    const rows: StatesRow[] = await this.#cells(filter)
      .select(
        'kpi',
        this.#knex.raw(
          `${list}(entity) as entities, ${list}(${stateColumn}) as codes`,
        ),
      )
      .groupBy('kpi');
    return rows.map(toKpiStates);
  }

  async summaries(filter: CellFilter): Promise<KpiSummary[]> {
    const rows: SummaryRow[] = await this.#cells(filter)
      .select(
        'kpi',
        'verdict',
        'freshness',
        'has_target',
        this.#knex.raw(summaryColumns),
      )
      .groupByRaw(summaryGroups.join(', '))
      .orderBy('kpi');
    return toSummaries(rows);
  }

  #cells(filter: CellFilter): Knex.QueryBuilder {
    const query = this.#knex('cells');
    applyFilter(this.#knex, query, filter);
    return query;
  }
}
