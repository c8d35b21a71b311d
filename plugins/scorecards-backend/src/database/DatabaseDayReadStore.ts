import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import { listOf } from './cellFilter';
import type {
  DayBelow,
  DayReadStore,
  Membership,
  ReadDay,
} from './DayReadStore';
import { PartsRow, optional, resultRows, toParts, toVerdict } from './rows';
import type { CellKey } from './SampleStore';

interface DayRow extends PartsRow {
  kpi: string;
  entity: string;
  day: number;
  value: number | null;
  verdict: number;
  target: number | null;
}

interface BelowRow extends PartsRow {
  root: string;
  kpi: string;
  day: number;
}

function toDay(row: DayRow): ReadDay {
  return {
    kpi: row.kpi,
    entity: row.entity,
    day: row.day,
    parts: toParts(row),
    value: optional(row.value),
    verdict: toVerdict(row.verdict),
    target: optional(row.target),
  };
}

export class DatabaseDayReadStore implements DayReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async ofCells(
    cells: readonly CellKey[],
    from: number,
    to: number,
  ): Promise<ReadDay[]> {
    const wanted = bulkRows(this.#knex, {
      name: 'wanted',
      columns: { kpi: 'text', entity: 'text' },
      rows: cells.map(({ kpi, entity }) => ({ kpi, entity })),
    });
    const rows: DayRow[] = await this.#knex
      .from(wanted)
      // Keeps SQLite from reading all of `daily` first.
      .crossJoin(this.#knex.raw('daily'))
      .whereRaw('daily.kpi = wanted.kpi and daily.entity = wanted.entity')
      .whereBetween('daily.day', [from, to])
      .orderBy('daily.day')
      .select('daily.*');
    return rows.map(toDay);
  }

  async below(
    kpis: readonly string[],
    memberships: readonly Membership[],
    { from, to }: { from: number; to: number },
  ): Promise<DayBelow[]> {
    const members = bulkRows(this.#knex, {
      columns: {
        root: 'text',
        grp: 'text',
        from_day: 'integer',
        to_day: 'integer',
      },
      rows: memberships.map(each => ({
        root: each.root,
        grp: each.group,
        from_day: each.from,
        to_day: each.to,
      })),
    });
    const listed = listOf(this.#knex, kpis);
    const result = await this.#knex.raw(
      `with members as materialized (select * from ?),
       -- A group is its own owner, also after its cells are gone.
       owned as materialized (
         select members.root, cells.kpi, cells.entity, members.from_day, members.to_day
         from cells join members on members.grp = cells.grp
         where cells.kpi in (?)
         union
         select members.root, listed.text, members.grp, members.from_day, members.to_day
         from members cross join ? as listed
       )
       select owned.root, owned.kpi, daily.day,
         sum(daily.sum) as sum, sum(daily.count) as count,
         coalesce(min(case when daily.count > 0 then daily.min end), 0) as min,
         coalesce(max(case when daily.count > 0 then daily.max end), 0) as max
       from owned cross join daily
       where daily.kpi = owned.kpi and daily.entity = owned.entity
         and daily.day between owned.from_day and owned.to_day
         and daily.day between ? and ?
       group by owned.root, owned.kpi, daily.day
       order by daily.day`,
      [members, listed, listed, from, to],
    );
    const rows = resultRows<BelowRow>(result);
    return rows.map(({ root, kpi, day, ...parts }) => ({
      root,
      kpi,
      day,
      parts: toParts(parts),
    }));
  }
}
