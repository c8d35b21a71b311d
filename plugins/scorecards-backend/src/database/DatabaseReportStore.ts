import { bulkRows } from '@squadron/backend-kit';
import type { Report } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import { startOf } from '../domain/day';
import type {
  MissedCell,
  ReportScope,
  ReportStore,
  ReportedChange,
} from './ReportStore';
import {
  BigIntColumn,
  fromFreshness,
  fromVerdict,
  optional,
  resultRows,
  toVerdict,
} from './rows';

interface MissedRow {
  kpi: string;
  entity: string;
  at: BigIntColumn;
  from_verdict: number | null;
  text: string | null;
  target: string | null;
  reason: string | null;
  value: number | null;
  bad_share: number | null;
}

const toMissed = (row: MissedRow): MissedCell => ({
  kpi: row.kpi,
  entity: row.entity,
  at: Number(row.at),
  from: row.from_verdict === null ? undefined : toVerdict(row.from_verdict),
  text: optional(row.text),
  target: optional(row.target),
  reason: optional(row.reason),
  value: optional(row.value),
  badShare: optional(row.bad_share),
});

/** Id of the change by which a cell became what it was at a moment. */
const lastChange = (table: string, condition: string) =>
  `(select max(id) from changes made where made.kpi = ${table}.kpi
    and made.entity = ${table}.entity and ${condition})`;

export class DatabaseReportStore implements ReportStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async changes(
    { from, to }: { from: number; to: number },
    { groups, limit }: ReportScope,
  ): Promise<ReportedChange[]> {
    const rows = await this.#knex('changes')
      .where('at', '>=', from)
      .andWhere('at', '<', to)
      .whereIn('grp', this.#groups(groups))
      .orderBy('id')
      .limit(limit);
    return rows.map(row => ({
      id: String(row.id),
      kpi: row.kpi,
      entity: row.entity,
      group: row.grp,
      from: toVerdict(row.from_verdict),
      to: toVerdict(row.to_verdict),
      at: Number(row.at),
      text: optional(row.text),
      target: optional(row.target),
      reason: row.reason,
    }));
  }

  async missedNow({ groups, limit }: ReportScope): Promise<MissedCell[]> {
    const rows: MissedRow[] = await this.#knex('cells')
      .leftJoin('changes', join =>
        join.on('changes.id', this.#knex.raw(lastChange('cells', 'true'))),
      )
      .where({
        'cells.verdict': fromVerdict('missed'),
        'cells.freshness': fromFreshness('fresh'),
      })
      .whereIn('cells.grp', this.#groups(groups))
      .orderBy([
        { column: 'cells.weight', order: 'desc' },
        { column: 'cells.since' },
        { column: 'cells.kpi' },
        { column: 'cells.entity' },
      ])
      .limit(limit)
      .select(
        'cells.kpi',
        'cells.entity',
        'cells.text',
        'cells.target',
        'cells.reason',
        'cells.value',
        'cells.bad_share',
        'changes.from_verdict',
        this.#knex.raw('coalesce(cells.since, cells.at) as at'),
      );
    return rows.map(toMissed);
  }

  async missedOn(
    day: number,
    kpis: ReadonlyArray<{ kpi: string; freshDays: number }>,
    { groups, limit }: ReportScope,
  ): Promise<MissedCell[]> {
    const wanted = bulkRows(this.#knex, {
      columns: { kpi: 'text', fresh_days: 'integer' },
      rows: kpis.map(({ kpi, freshDays }) => ({ kpi, fresh_days: freshDays })),
    });
    const result = await this.#knex.raw(
      `select daily.kpi, daily.entity, daily.value, daily.bad_share,
         coalesce(changes.at, daily.at) as at, changes.from_verdict,
         changes.text, changes.target, changes.reason
       from :wanted cross join cells cross join daily
       left join changes on changes.id = ${lastChange('daily', 'made.at < :end')}
       where cells.kpi = rows.kpi and daily.kpi = cells.kpi and daily.entity = cells.entity
         and daily.day <= :day and daily.day > :day - rows.fresh_days
         and daily.verdict = :missed
         and cells.grp in :groups
         and not exists (
           select 1 from daily later where later.kpi = daily.kpi and later.entity = daily.entity
             and later.day > daily.day and later.day <= :day)
       order by cells.weight desc, at, daily.kpi, daily.entity
       limit :limit`,
      {
        wanted,
        day,
        end: startOf(day + 1),
        missed: fromVerdict('missed'),
        groups: this.#groups(groups),
        limit,
      },
    );
    return resultRows<MissedRow>(result).map(toMissed);
  }

  async runs({
    from,
    to,
  }: {
    from: number;
    to: number;
  }): Promise<Report['collectors']> {
    const failed = this.#knex.raw(
      `sum(case when state = 'failed' then 1 else 0 end) as failed`,
    );
    const rows: {
      collector: string;
      runs: BigIntColumn;
      failed: BigIntColumn;
    }[] = await this.#knex('runs')
      .where('started_at', '>=', from)
      .andWhere('started_at', '<', to)
      .groupBy('collector')
      .orderBy('collector')
      .select('collector', this.#knex.raw('count(*) as runs'), failed);
    return rows.map(row => ({
      id: row.collector,
      runs: Number(row.runs),
      failed: Number(row.failed),
    }));
  }

  #groups(groups: readonly string[]): Knex.QueryBuilder {
    const rows = bulkRows(this.#knex, {
      columns: { grp: 'text' },
      rows: groups.map(grp => ({ grp })),
    });
    return this.#knex.from(rows).select('grp');
  }
}
