import type { Knex } from 'knex';
import type { StoredTick, TickStore } from './TickStore';

interface TickRow {
  user_ref: string;
  item_id: string;
  // SQLite gives numbers, PostgreSQL dates.
  done_at: Date | number | string;
}

export class DatabaseTickStore implements TickStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listOf(userRefs: readonly string[]): Promise<StoredTick[]> {
    const rows = await this.#rows()
      .whereIn('user_ref', userRefs)
      .orderBy(['user_ref', 'item_id']);
    return rows.map(row => ({
      userRef: row.user_ref,
      itemId: row.item_id,
      doneAt: new Date(row.done_at),
    }));
  }

  async add({ userRef, itemId, doneAt }: StoredTick): Promise<void> {
    await this.#rows()
      .insert({ user_ref: userRef, item_id: itemId, done_at: doneAt })
      .onConflict(['user_ref', 'item_id'])
      .ignore();
  }

  async remove(userRef: string, itemId: string): Promise<void> {
    await this.#rows().where({ user_ref: userRef, item_id: itemId }).delete();
  }

  #rows() {
    return this.#knex<TickRow>('onboarding_ticks');
  }
}
