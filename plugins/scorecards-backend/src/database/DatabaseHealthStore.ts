import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { DirtyDay, HealthStore, StoredHealth } from './HealthStore';
import {
  HealthRow,
  fromHealth,
  healthColumns,
  toHealthOfDay,
} from './healthRows';
import type { BigIntColumn } from './rows';

const names = Object.keys(healthColumns);
const keys = ['day', 'grp', 'category'];
const counts = names.filter(name => !keys.includes(name));

export class DatabaseHealthStore implements HealthStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async markDirty(days: readonly number[]): Promise<void> {
    if (days.length === 0) return;
    const rows = bulkRows(this.#knex, {
      columns: { day: 'integer' },
      rows: [...new Set(days)].map(day => ({ day })),
    });
    await this.#knex.raw(
      `insert into dirty_days (day, version)
       select rows.day, marks.version from ? cross join marks
       where marks.name = 'verdicts'
       on conflict (day) do update set version = excluded.version`,
      [rows],
    );
  }

  async dirtyDays(): Promise<DirtyDay[]> {
    const rows = await this.#knex<{ day: number; version: BigIntColumn }>(
      'dirty_days',
    ).orderBy('day');
    return rows.map(({ day, version }) => ({ day, version: Number(version) }));
  }

  async clean(days: readonly DirtyDay[]): Promise<number> {
    if (days.length === 0) return 0;
    const rows = bulkRows(this.#knex, {
      columns: { day: 'integer', version: 'integer' },
      rows: days,
    });
    return this.#knex('dirty_days')
      .whereRaw('(day, version) in (select day, version from ?)', [rows])
      .delete();
  }

  async ofDay(day: number, groups: readonly string[]): Promise<StoredHealth[]> {
    const wanted = bulkRows(this.#knex, {
      columns: { grp: 'text' },
      rows: groups.map(grp => ({ grp })),
    });
    const rows: HealthRow[] = await this.#knex
      .from(wanted)
      .crossJoin(this.#knex.raw('group_health'))
      .where('group_health.day', day)
      .whereRaw('group_health.grp = rows.grp')
      .select('group_health.*');
    return rows.map(toHealthOfDay);
  }

  async put(day: number, rows: readonly StoredHealth[]): Promise<void> {
    if (rows.length === 0) return;
    const bulk = bulkRows(this.#knex, {
      columns: healthColumns,
      rows: rows.map(row => fromHealth(day, row)),
    });
    await this.#knex.raw(
      `insert into group_health (${names.join(', ')})
       select ${names.join(', ')} from ? where true
       on conflict (day, grp, category) do update set
         ${counts.map(name => `${name} = excluded.${name}`).join(', ')}`,
      [bulk],
    );
  }

  async remove(
    day: number,
    rows: readonly Pick<StoredHealth, 'group' | 'category'>[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const bulk = bulkRows(this.#knex, {
      columns: { grp: 'text', category: 'text' },
      rows: rows.map(({ group, category }) => ({ grp: group, category })),
    });
    await this.#knex.raw(
      'delete from group_health where day = ? and (grp, category) in (select grp, category from ?)',
      [day, bulk],
    );
  }

  async groupsOf(day: number): Promise<string[]> {
    return this.#knex('group_health').where({ day }).distinct().pluck('grp');
  }
}
