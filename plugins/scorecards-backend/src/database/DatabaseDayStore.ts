import { bulkRows, isSqlite } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type {
  DayKey,
  DayStore,
  JudgedDay,
  LatestDay,
  LatestDayRequest,
  DaySum,
  TouchedDay,
} from './DayStore';
import {
  BigIntColumn,
  fromVerdict,
  optional,
  resultRows,
  toVerdict,
} from './rows';

interface DayRow {
  kpi: string;
  entity: string;
  day: number;
  at: BigIntColumn;
  verdict: number;
}

interface LatestRow extends Omit<DayRow, 'day'> {
  /** Nothing for a cell without samples, and nothing of the rest then. */
  day: number | null;
  source: string;
  last_verdict: number | null;
  next_day: number | null;
}

function isMeasured(row: LatestRow): row is LatestRow & { day: number } {
  return row.day !== null;
}

const keyColumns = { kpi: 'text', entity: 'text', day: 'integer' } as const;
const judgedColumns = {
  value: 'real',
  bad_share: 'real',
  verdict: 'integer',
  target: 'real',
} as const;
const putColumns = {
  ...keyColumns,
  sum: 'real',
  count: 'real',
  min: 'real',
  max: 'real',
  at: 'integer',
  ...judgedColumns,
} as const;
const putNames = Object.keys(putColumns);
const changing = putNames.filter(name => !(name in keyColumns));

/** Parts and the latest moment as one column, so that they cost one look at the rows. */
interface SumRow {
  kpi: string;
  entity: string;
  day: BigIntColumn;
  // SQLite gives JSON as text.
  total: string | number[];
}

export class DatabaseDayStore implements DayStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async sumsOf(days: readonly TouchedDay[]): Promise<DaySum[]> {
    const touched = bulkRows(this.#knex, {
      columns: { ...keyColumns, latest_only: 'boolean' },
      rows: days.map(({ kpi, entity, day, latestOnly }) => ({
        kpi,
        entity,
        day,
        latest_only: latestOnly,
      })),
    });
    const ofDay = `from samples
      where samples.kpi = touched.kpi and samples.entity = touched.entity
        and samples.at >= touched.day * 86400000 and samples.at < (touched.day + 1) * 86400000`;
    const result = await this.#knex.raw(
      `with touched as materialized (select * from ?)
       select kpi, entity, day, case when latest_only then (
         select json_array(sum, count, min, max, at) ${ofDay} order by at desc limit 1
       ) else (
         select ${this.#total('at')} ${ofDay}
       ) end as total
       from touched`,
      [touched],
    );
    return resultRows<SumRow>(result).map(toDaySum);
  }

  async put(days: readonly (DaySum & JudgedDay)[]): Promise<void> {
    if (days.length === 0) return;
    const rows = bulkRows(this.#knex, {
      columns: putColumns,
      rows: days.map(({ kpi, entity, day, parts, at, ...judged }) => ({
        kpi,
        entity,
        day,
        ...parts,
        at,
        ...fromJudged(judged),
      })),
    });
    await this.#knex.raw(
      `insert into daily (${putNames.join(', ')})
       select ${putNames.join(', ')} from ? where true
       on conflict (kpi, entity, day) do update set
         ${changing.map(name => `${name} = excluded.${name}`).join(', ')}`,
      [rows],
    );
  }

  async windows(days: readonly TouchedDay[]): Promise<DaySum[]> {
    if (days.length === 0) return [];
    const touched = bulkRows(this.#knex, {
      columns: { ...keyColumns, window_days: 'integer' },
      rows: days.map(({ kpi, entity, day, windowDays }) => ({
        kpi,
        entity,
        day,
        window_days: windowDays,
      })),
    });
    const result = await this.#knex.raw(
      `with touched as materialized (select * from ?),
       judged as materialized (
         select kpi, entity, day, window_days from touched
         union
         select touched.kpi, touched.entity, daily.day, touched.window_days
         from touched cross join daily
         where daily.kpi = touched.kpi and daily.entity = touched.entity
           and daily.day > touched.day and daily.day < touched.day + touched.window_days
       )
       select kpi, entity, day, (
         select ${this.#total('day')} from daily
         where daily.kpi = judged.kpi and daily.entity = judged.entity
           and daily.day > judged.day - judged.window_days and daily.day <= judged.day
       ) as total
       from judged order by kpi, entity, day`,
      [touched],
    );
    return resultRows<SumRow>(result).map(toDaySum);
  }

  async judge(days: readonly JudgedDay[]): Promise<void> {
    if (days.length === 0) return;
    const judged = bulkRows(this.#knex, {
      columns: { ...keyColumns, ...judgedColumns },
      rows: days.map(({ kpi, entity, day, ...fields }) => ({
        kpi,
        entity,
        day,
        ...fromJudged(fields),
      })),
    });
    await this.#knex.raw(
      `update daily set value = rows.value, bad_share = rows.bad_share,
         verdict = rows.verdict, target = rows.target
       from ?
       where daily.kpi = rows.kpi and daily.entity = rows.entity and daily.day = rows.day`,
      [judged],
    );
  }

  async latest(cells: readonly LatestDayRequest[]): Promise<LatestDay[]> {
    if (cells.length === 0) return [];
    const ofCell = (column: string, table: string) =>
      `${column} from ${table} where ${table}.kpi = wanted.kpi and ${table}.entity = wanted.entity`;
    const wanted = bulkRows(this.#knex, {
      columns: { kpi: 'text', entity: 'text', after: 'integer' },
      rows: cells,
    });
    const result = await this.#knex.raw(
      `with wanted as materialized (select * from :wanted)
       select kpi, entity,
         (select ${ofCell('day', 'daily')} order by day desc limit 1) as day,
         (select ${ofCell('at', 'daily')} order by day desc limit 1) as at,
         (select ${ofCell('source', 'samples')} order by at desc limit 1) as source,
         (select ${ofCell('day', 'daily')} and day > wanted.after order by day limit 1) as next_day,
         (select ${ofCell('verdict', 'daily')} and verdict <> :none order by day desc limit 1) as last_verdict
       from wanted`,
      { wanted, none: fromVerdict('none') },
    );
    const rows = resultRows<LatestRow>(result).filter(isMeasured);
    return rows.map(row => ({
      kpi: row.kpi,
      entity: row.entity,
      day: row.day,
      at: Number(row.at),
      source: row.source,
      nextDay: optional(row.next_day),
      lastVerdict:
        row.last_verdict === null ? undefined : toVerdict(row.last_verdict),
    }));
  }

  /**
   * Added up in the order of time, so that the same samples give the same sum to the last digit;
   * SQLite reads them in the order of the key, and takes twice as long when it is told to. What has
   * no events has no extremes.
   */
  #total(order: 'at' | 'day'): string {
    const inOrder = isSqlite(this.#knex) ? '' : ` order by ${order}`;
    return `json_array(
      sum(sum${inOrder}), sum(count${inOrder}),
      coalesce(min(case when count > 0 then min end), 0),
      coalesce(max(case when count > 0 then max end), 0),
      max(at))`;
  }
}

function fromJudged({
  value,
  badShare,
  verdict,
  target,
}: Omit<JudgedDay, keyof DayKey>) {
  return { value, bad_share: badShare, verdict: fromVerdict(verdict), target };
}

function toDaySum({ kpi, entity, day, total }: SumRow): DaySum {
  const [sum, count, min, max, at]: number[] =
    typeof total === 'string' ? JSON.parse(total) : total;
  const parts = { sum, count, min, max };
  return { kpi, entity, day: Number(day), parts, at };
}
