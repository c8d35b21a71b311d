import type { Knex } from 'knex';
import { startOf } from '../domain/day';
import type { RetentionStore } from './RetentionStore';
import type { CellKey } from './SampleStore';
import { inWriteTransaction } from './inWriteTransaction';
import { fromVerdict } from './rows';

/** With a sample a minute these are ten thousand. */
const daysAtOnce = 7;
const changesAtOnce = 500;

interface Day {
  day?: number | null;
}

export class DatabaseRetentionStore implements RetentionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async cellAfter(
    key: CellKey | undefined,
  ): Promise<(CellKey & { day: number }) | undefined> {
    const query = this.#knex('daily')
      .orderBy(['kpi', 'entity', 'day'])
      .first<(CellKey & { day: number }) | undefined>('kpi', 'entity', 'day');
    if (key) query.whereRaw('(kpi, entity) > (?, ?)', [key.kpi, key.entity]);
    return query;
  }

  /** Alone among the writers: a day that is judged anew meanwhile would come back without its samples. */
  async removeDays(cells: readonly CellKey[], before: number): Promise<number> {
    return inWriteTransaction(this.#knex, async tx => {
      let removed = 0;
      for (const cell of cells) {
        const until = await firstToStay(tx, cell, before);
        if (until !== undefined) removed += await removeUntil(tx, cell, until);
      }
      return removed;
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

/** The day up to which a cell's days go now; nothing where it has none. */
async function firstToStay(
  tx: Knex.Transaction,
  { kpi, entity }: CellKey,
  before: number,
): Promise<number | undefined> {
  const days = () => tx('daily').where({ kpi, entity });
  const first: Day | undefined = await days().min({ day: 'day' }).first();
  const last: Day | undefined = await days().max({ day: 'day' }).first();
  if (typeof first?.day !== 'number' || typeof last?.day !== 'number')
    return undefined;
  const judged: Day | undefined = await days()
    .whereNot('verdict', fromVerdict('none'))
    .max({ day: 'day' })
    .first();
  const held = judged?.day ?? last.day;
  return Math.min(before, last.day, held, first.day + daysAtOnce);
}

async function removeUntil(
  tx: Knex.Transaction,
  { kpi, entity }: CellKey,
  day: number,
): Promise<number> {
  for (const table of ['corrections', 'samples']) {
    await tx(table)
      .where({ kpi, entity })
      .where('at', '<', startOf(day))
      .delete();
  }
  return tx('daily').where({ kpi, entity }).where('day', '<', day).delete();
}
