import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { DayKey } from './DayStore';
import type {
  DayOfEntity,
  LastDayOfEntity,
  PastDayStore,
  WaivedDays,
} from './PastDayStore';
import { dayOf, startOf } from '../domain/day';
import { BigIntColumn, fromVerdict, resultRows, toVerdict } from './rows';

interface DayOfEntityRow {
  entity: string;
  day: number;
  at: BigIntColumn;
  verdict: number;
}

interface WaivedRow {
  kpi: string;
  entity: string;
  decided_at: BigIntColumn;
  revoked_at: BigIntColumn | null;
  until_day: number;
}

export class DatabasePastDayStore implements PastDayStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async onDay(
    kpi: string,
    entities: readonly string[],
    day: number,
  ): Promise<DayOfEntity[]> {
    if (entities.length === 0) return [];
    const rows: DayOfEntityRow[] = await this.#knex
      .from(this.#entities(entities))
      .crossJoin(this.#knex.raw('daily'))
      .whereRaw('daily.entity = rows.entity')
      .where({ 'daily.kpi': kpi, 'daily.day': day })
      .select('daily.entity', 'daily.day', 'daily.at', 'daily.verdict');
    return rows.map(toDayOfEntity);
  }

  async lastBefore(
    kpi: string,
    entities: readonly string[],
    day: number,
  ): Promise<LastDayOfEntity[]> {
    if (entities.length === 0) return [];
    const wanted = this.#entities(entities);
    const result = await this.#knex.raw(
      `with wanted as materialized (select * from :wanted)
       select daily.entity, daily.day, daily.at, daily.verdict,
         (select judged.verdict from daily judged
          where judged.kpi = :kpi and judged.entity = wanted.entity and judged.day < :day
            and judged.verdict <> :none
          order by judged.day desc limit 1
         ) as last_verdict
       from wanted cross join daily
       where daily.kpi = :kpi and daily.entity = wanted.entity
         and daily.day = (
           select max(earlier.day) from daily earlier
           where earlier.kpi = :kpi and earlier.entity = wanted.entity and earlier.day < :day)`,
      { wanted, kpi, day, none: fromVerdict('none') },
    );
    const rows = resultRows<DayOfEntityRow & { last_verdict: number | null }>(
      result,
    );
    return rows.map(row => ({
      ...toDayOfEntity(row),
      lastVerdict:
        row.last_verdict === null ? undefined : toVerdict(row.last_verdict),
    }));
  }

  async page(
    kpi: string,
    after: Pick<DayKey, 'entity' | 'day'> | undefined,
    limit: number,
  ): Promise<Pick<DayKey, 'entity' | 'day'>[]> {
    const query = this.#knex('daily')
      .where({ kpi })
      .select('entity', 'day')
      .orderBy(['entity', 'day'])
      .limit(limit);
    if (after) {
      query.whereRaw('(entity, day) > (?, ?)', [after.entity, after.day]);
    }
    return query;
  }

  async waived(from: number, to: number): Promise<WaivedDays[]> {
    const rows: WaivedRow[] = await this.#knex('waivers')
      // What was taken back or ran out undecided has no decision.
      .whereNot('state', 'denied')
      .where('decided_at', '<', startOf(to + 1))
      .where('until_day', '>=', from)
      .where(end =>
        end.whereNull('revoked_at').orWhere('revoked_at', '>=', startOf(from)),
      )
      .select('kpi', 'entity', 'decided_at', 'revoked_at', 'until_day');
    return rows.map(row => ({
      kpi: row.kpi,
      entity: row.entity,
      from: dayOf(Number(row.decided_at)),
      to:
        row.revoked_at === null
          ? row.until_day
          : Math.min(row.until_day, dayOf(Number(row.revoked_at))),
    }));
  }

  #entities(entities: readonly string[]) {
    return bulkRows(this.#knex, {
      columns: { entity: 'text' },
      rows: entities.map(entity => ({ entity })),
    });
  }
}

function toDayOfEntity(row: DayOfEntityRow): DayOfEntity {
  return {
    entity: row.entity,
    day: row.day,
    at: Number(row.at),
    verdict: toVerdict(row.verdict),
  };
}
