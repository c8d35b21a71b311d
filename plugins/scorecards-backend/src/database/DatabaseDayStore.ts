import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type {
  DayOfEntity,
  DayStore,
  JudgedDay,
  LatestDay,
  LatestDayRequest,
  TouchedDay,
  WindowOfDay,
} from './DayStore';
import {
  BigIntColumn,
  PartsRow,
  fromVerdict,
  optional,
  resultRows,
  toParts,
  toVerdict,
} from './rows';

interface DayRow {
  kpi: string;
  entity: string;
  day: number;
  at: BigIntColumn;
  verdict: number;
  value: number | null;
}

const keyColumns = { kpi: 'text', entity: 'text', day: 'integer' } as const;

// Added up in the order of time, so that the same samples give the same sum to the last digit. What has
// no events has no extremes.
const totals = (table: string, order: string) => `
  sum(${table}.sum order by ${table}.${order}) as sum,
  sum(${table}.count order by ${table}.${order}) as count,
  coalesce(min(case when ${table}.count > 0 then ${table}.min end), 0) as min,
  coalesce(max(case when ${table}.count > 0 then ${table}.max end), 0) as max,
  max(${table}.at) as at`;

export class DatabaseDayStore implements DayStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async addUp(days: readonly TouchedDay[]): Promise<void> {
    const touched = bulkRows(this.#knex, {
      columns: { ...keyColumns, latest_only: 'boolean' },
      rows: days.map(({ latestOnly, ...key }) => ({
        ...key,
        latest_only: latestOnly,
      })),
    });
    await this.#knex.raw(
      `insert into daily (kpi, entity, day, verdict, sum, count, min, max, at)
       select rows.kpi, rows.entity, rows.day, :none, ${totals('samples', 'at')}
       from :touched cross join samples
       where samples.kpi = rows.kpi and samples.entity = rows.entity
         and samples.at >= rows.day * 86400000 and samples.at < (rows.day + 1) * 86400000
         and (not rows.latest_only or samples.at = (
           select max(later.at) from samples later
           where later.kpi = rows.kpi and later.entity = rows.entity
             and later.at < (rows.day + 1) * 86400000))
       group by rows.kpi, rows.entity, rows.day
       on conflict (kpi, entity, day) do update set
         sum = excluded.sum, count = excluded.count, min = excluded.min, max = excluded.max,
         at = excluded.at`,
      { touched, none: fromVerdict('none') },
    );
  }

  async windows(days: readonly TouchedDay[]): Promise<WindowOfDay[]> {
    const touched = bulkRows(this.#knex, {
      columns: { ...keyColumns, window_days: 'integer' },
      rows: days.map(({ windowDays, ...key }) => ({
        ...key,
        window_days: windowDays,
      })),
    });
    const result = await this.#knex.raw(
      `with touched as (select * from ?),
       judged as (
         select kpi, entity, day, window_days from touched
         union
         select touched.kpi, touched.entity, daily.day, touched.window_days
         from touched cross join daily
         where daily.kpi = touched.kpi and daily.entity = touched.entity
           and daily.day > touched.day and daily.day < touched.day + touched.window_days
       )
       select judged.kpi, judged.entity, judged.day, ${totals('daily', 'day')}
       from judged cross join daily
       where daily.kpi = judged.kpi and daily.entity = judged.entity
         and daily.day > judged.day - judged.window_days and daily.day <= judged.day
       group by judged.kpi, judged.entity, judged.day
       order by judged.kpi, judged.entity, judged.day`,
      [touched],
    );
    return resultRows<DayRow & PartsRow>(result).map(row => ({
      kpi: row.kpi,
      entity: row.entity,
      day: Number(row.day),
      parts: toParts(row),
      at: Number(row.at),
    }));
  }

  async judge(days: readonly JudgedDay[]): Promise<void> {
    if (days.length === 0) return;
    const judged = bulkRows(this.#knex, {
      columns: {
        ...keyColumns,
        value: 'real',
        bad_share: 'real',
        verdict: 'integer',
        target: 'real',
      },
      rows: days.map(({ badShare, verdict, ...day }) => ({
        ...day,
        bad_share: badShare,
        verdict: fromVerdict(verdict),
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
    const wanted = bulkRows(this.#knex, {
      columns: {
        kpi: 'text',
        entity: 'text',
        after: 'integer',
        with_last: 'boolean',
      },
      rows: cells.map(({ withLastVerdict, ...key }) => ({
        ...key,
        with_last: withLastVerdict,
      })),
    });
    const result = await this.#knex.raw(
      `select daily.kpi, daily.entity, daily.day, daily.at, daily.verdict, samples.source,
         (select min(next.day) from daily next
          where next.kpi = rows.kpi and next.entity = rows.entity and next.day > rows.after
         ) as next_day,
         case when rows.with_last then (
           select judged.verdict from daily judged
           where judged.kpi = rows.kpi and judged.entity = rows.entity and judged.verdict <> :none
           order by judged.day desc limit 1
         ) end as last_verdict
       from :wanted cross join daily cross join samples
       where daily.kpi = rows.kpi and daily.entity = rows.entity
         and daily.day = (
           select max(later.day) from daily later
           where later.kpi = rows.kpi and later.entity = rows.entity)
         and samples.kpi = rows.kpi and samples.entity = rows.entity and samples.at = daily.at`,
      { wanted, none: fromVerdict('none') },
    );
    const rows = resultRows<
      DayRow & {
        source: string;
        last_verdict: number | null;
        next_day: number | null;
      }
    >(result);
    return rows.map(row => ({
      kpi: row.kpi,
      entity: row.entity,
      day: row.day,
      at: Number(row.at),
      verdict: toVerdict(row.verdict),
      source: row.source,
      nextDay: optional(row.next_day),
      lastVerdict:
        row.last_verdict === null ? undefined : toVerdict(row.last_verdict),
    }));
  }

  async ofKpi(kpi: string, from: number, to: number): Promise<DayOfEntity[]> {
    const rows = await this.#knex<DayRow>('daily')
      .where({ kpi })
      .whereBetween('day', [from, to])
      .select('entity', 'day', 'at', 'verdict', 'value')
      .orderBy('day');
    return rows.map(toDayOfEntity);
  }

  async lastOfKpi(kpi: string, upTo: number): Promise<DayOfEntity[]> {
    const rows = await this.#knex<DayRow>('daily')
      .where({ kpi })
      .where(
        'day',
        this.#knex('daily as later')
          .max('later.day')
          .whereRaw('later.kpi = daily.kpi and later.entity = daily.entity')
          .where('later.day', '<=', upTo),
      )
      .select('entity', 'day', 'at', 'verdict', 'value');
    return rows.map(toDayOfEntity);
  }
}

type DayOfEntityRow = Pick<
  DayRow,
  'entity' | 'day' | 'at' | 'verdict' | 'value'
>;

function toDayOfEntity(row: DayOfEntityRow): DayOfEntity {
  return {
    entity: row.entity,
    day: row.day,
    at: Number(row.at),
    verdict: toVerdict(row.verdict),
    value: optional(row.value),
  };
}
