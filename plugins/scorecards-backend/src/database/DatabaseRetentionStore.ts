import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import { startOf } from '../domain/day';
import type { RetentionStore } from './RetentionStore';
import type { CellKey } from './SampleStore';
import { inWriteTransaction } from './inWriteTransaction';
import { fromVerdict, resultRows } from './rows';

/** With a sample a minute these are ten thousand. */
const daysAtOnce = 7;
const changesAtOnce = 500;

interface SpanRow extends CellKey {
  first: number | null;
  last: number | null;
  /** The latest with a verdict. */
  judged: number | null;
}

/** A cell with the first day of it that stays for now. */
interface Cut extends CellKey {
  day: number;
}

export class DatabaseRetentionStore implements RetentionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async cellsAfter(
    key: CellKey | undefined,
    limit: number,
  ): Promise<(CellKey & { day: number })[]> {
    const query = this.#knex('daily')
      .select('kpi', 'entity', this.#knex.raw('min(day) as day'))
      .groupBy('kpi', 'entity')
      .orderBy(['kpi', 'entity'])
      .limit(limit);
    if (key) query.whereRaw('(kpi, entity) > (?, ?)', [key.kpi, key.entity]);
    return query;
  }

  /** Alone among the writers: a day that is judged anew meanwhile would come back without its samples. */
  async removeDays(cells: readonly CellKey[], before: number): Promise<number> {
    return inWriteTransaction(this.#knex, async tx => {
      const cuts = await cutsOf(tx, cells, before);
      return removeUntil(tx, cuts);
    });
  }

  async removeChanges(before: number): Promise<number> {
    const old = this.#knex('changes')
      .where('at', '<', startOf(before))
      .whereExists(
        this.#knex('changes as later')
          .select(this.#knex.raw('1'))
          .whereRaw('later.kpi = changes.kpi and later.entity = changes.entity')
          .whereRaw('later.id > changes.id')
          .where('later.at', '<', startOf(before)),
      )
      .orderBy('at')
      .limit(changesAtOnce)
      .select('id');
    return this.#knex('changes').whereIn('id', old).delete();
  }

  async removeHealth(before: number): Promise<number> {
    const first = this.#knex('group_health')
      .min('day')
      .where('day', '<', before);
    return this.#knex('group_health').where('day', first).delete();
  }
}

/** Up to which day those of each cell go now. */
async function cutsOf(
  tx: Knex.Transaction,
  cells: readonly CellKey[],
  before: number,
): Promise<Cut[]> {
  const ofCell = `from daily where daily.kpi = wanted.kpi and daily.entity = wanted.entity`;
  const wanted = bulkRows(tx, {
    columns: { kpi: 'text', entity: 'text' },
    rows: cells.map(({ kpi, entity }) => ({ kpi, entity })),
  });
  const result = await tx.raw(
    `with wanted as materialized (select * from :wanted)
     select kpi, entity,
       (select day ${ofCell} order by day limit 1) as first,
       (select day ${ofCell} order by day desc limit 1) as last,
       (select day ${ofCell} and verdict <> :none order by day desc limit 1) as judged
     from wanted`,
    { wanted, none: fromVerdict('none') },
  );
  return resultRows<SpanRow>(result).flatMap(
    ({ kpi, entity, first, last, judged }) =>
      first === null || last === null
        ? []
        : [
            {
              kpi,
              entity,
              day: Math.min(before, last, judged ?? last, first + daysAtOnce),
            },
          ],
  );
}

async function removeUntil(
  tx: Knex.Transaction,
  cuts: readonly Cut[],
): Promise<number> {
  const old = (table: string, key: readonly string[], isOld: string) =>
    tx(table).whereRaw(
      `(${key}) in (select ${key.map(name => `old.${name}`)} from ? cross join ${table} as old
       where old.kpi = rows.kpi and old.entity = rows.entity and ${isOld})`,
      [
        bulkRows(tx, {
          columns: { kpi: 'text', entity: 'text', day: 'integer' },
          rows: cuts,
        }),
      ],
    );
  const taken = 'old.at < rows.day * 86400000';
  await old('corrections', ['id'], taken).delete();
  await old('samples', ['kpi', 'entity', 'at'], taken).delete();
  return old('daily', ['kpi', 'entity', 'day'], 'old.day < rows.day').delete();
}
