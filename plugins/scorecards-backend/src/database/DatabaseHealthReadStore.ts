import type { Knex } from 'knex';
import { listOf } from './cellFilter';
import { ALL_CATEGORIES } from './HealthStore';
import type { DatedHealth, HealthReadStore } from './HealthReadStore';
import { HealthRow, toHealthOfDay } from './healthRows';

function toDated(row: HealthRow): DatedHealth {
  return { ...toHealthOfDay(row), day: row.day };
}

export class DatabaseHealthReadStore implements HealthReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async latest(
    groups: readonly string[],
    upTo: number,
    { onlyAll } = { onlyAll: false },
  ): Promise<DatedHealth[]> {
    const latestDay = this.#rows().max('day').where('day', '<=', upTo);
    const query = this.#rows()
      .where('day', latestDay)
      .whereIn('grp', listOf(this.#knex, groups));
    if (onlyAll) query.where({ category: ALL_CATEGORIES });
    const rows = await query;
    return rows.map(toDated);
  }

  async range(group: string, from: number, to: number): Promise<DatedHealth[]> {
    const rows = await this.#rows()
      .where({ grp: group, category: ALL_CATEGORIES })
      .whereBetween('day', [from, to])
      .orderBy('day');
    return rows.map(toDated);
  }

  async onDays(
    groups: readonly string[],
    days: readonly number[],
  ): Promise<DatedHealth[]> {
    const rows = await this.#rows()
      .where({ category: ALL_CATEGORIES })
      .whereIn('day', [...days])
      .whereIn('grp', listOf(this.#knex, groups));
    return rows.map(toDated);
  }

  #rows() {
    return this.#knex<HealthRow>('group_health');
  }
}
