import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { CellCount, CellStore, StoredCell } from './CellStore';
import type { CellKey } from './SampleStore';
import { CellRow, cellColumns, fromCell, toCell } from './cellRows';
import { BigIntColumn, fromFreshness, toFreshness, toVerdict } from './rows';

const keyColumns = { kpi: 'text', entity: 'text' } as const;
const names = Object.keys(cellColumns);
const changing = names.filter(name => !(name in keyColumns));

type CountRow = Pick<
  CellRow,
  'grp' | 'category' | 'verdict' | 'freshness' | 'has_target'
> & { waived: number; cells: BigIntColumn; points: number; weight: number };

export class DatabaseCellStore implements CellStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(cells: readonly CellKey[]): Promise<StoredCell[]> {
    const rows: CellRow[] = await this.#knex
      .from(this.#keys(cells))
      .crossJoin(this.#knex.raw('cells'))
      .whereRaw('cells.kpi = rows.kpi and cells.entity = rows.entity')
      .select('cells.*');
    return rows.map(toCell);
  }

  async page(after: CellKey | undefined, limit: number): Promise<StoredCell[]> {
    const query = this.#cells().orderBy(['kpi', 'entity']).limit(limit);
    if (after) {
      query.whereRaw('(kpi, entity) > (?, ?)', [after.kpi, after.entity]);
    }
    return (await query).map(toCell);
  }

  async counts(groups: readonly string[]): Promise<CellCount[]> {
    const state = ['grp', 'category', 'verdict', 'freshness', 'has_target'];
    const waived = 'case when waived_until is null then 0 else 1 end';
    const wanted = bulkRows(this.#knex, {
      columns: { wanted: 'text' },
      rows: groups.map(group => ({ wanted: group })),
    });
    const rows: CountRow[] = await this.#knex
      .from(wanted)
      .crossJoin(this.#knex.raw('cells'))
      .whereRaw('cells.grp = rows.wanted')
      .select(state)
      .select(
        this.#knex.raw(`${waived} as waived, count(*) as cells,
          coalesce(sum(points * weight), 0) as points,
          coalesce(sum(case when points is not null then weight end), 0) as weight`),
      )
      .groupBy([...state, this.#knex.raw(waived)]);
    return rows.map(row => ({
      group: row.grp,
      category: row.category,
      verdict: toVerdict(row.verdict),
      freshness: toFreshness(row.freshness),
      hasTarget: Boolean(row.has_target),
      waived: row.waived === 1,
      cells: Number(row.cells),
      points: row.points,
      weight: row.weight,
    }));
  }

  async ofKpis(kpis: readonly string[]): Promise<StoredCell[]> {
    const rows = await this.#cells()
      .whereIn('kpi', [...kpis])
      .orderBy(['kpi', 'entity']);
    return rows.map(toCell);
  }

  async overdue(now: number, limit: number): Promise<StoredCell[]> {
    const rows = await this.#cells()
      .where('stale_at', '<', now)
      .where('freshness', fromFreshness('fresh'))
      .orderBy(['kpi', 'entity'])
      .limit(limit);
    return rows.map(toCell);
  }

  async put(cells: readonly StoredCell[]): Promise<void> {
    if (cells.length === 0) return;
    const rows = bulkRows(this.#knex, {
      columns: cellColumns,
      rows: cells.map(fromCell),
    });
    await this.#knex.raw(
      `insert into cells (${names.join(', ')})
       select ${names.join(', ')} from ? where true
       on conflict (kpi, entity) do update set
         ${changing.map(name => `${name} = excluded.${name}`).join(', ')}`,
      [rows],
    );
  }

  async remove(cells: readonly CellKey[]): Promise<void> {
    if (cells.length === 0) return;
    await this.#knex.raw(
      'delete from cells where (kpi, entity) in (select kpi, entity from ?)',
      [this.#keys(cells)],
    );
  }

  #keys(cells: readonly CellKey[]) {
    return bulkRows(this.#knex, {
      columns: keyColumns,
      rows: cells.map(({ kpi, entity }) => ({ kpi, entity })),
    });
  }

  #cells() {
    return this.#knex<CellRow>('cells');
  }
}
