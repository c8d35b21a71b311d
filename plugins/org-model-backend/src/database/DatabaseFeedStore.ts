import { isSameHash } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { FeedStore, StoredFeed } from './FeedStore';

interface FeedRow {
  id: string;
  user_ref: string;
  group_ref: string;
  label: string;
  token_hash: string;
  // SQLite gives numbers, PostgreSQL dates.
  created_at: Date | number | string;
  last_used_at: Date | number | string | null;
}

function toFeed(row: FeedRow): StoredFeed {
  return {
    id: row.id,
    userRef: row.user_ref,
    groupRef: row.group_ref,
    label: row.label,
    createdAt: new Date(row.created_at),
    lastUsedAt: row.last_used_at ? new Date(row.last_used_at) : undefined,
  };
}

export class DatabaseFeedStore implements FeedStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(feed: StoredFeed, tokenHash: string): Promise<void> {
    await this.#rows().insert({
      id: feed.id,
      user_ref: feed.userRef,
      group_ref: feed.groupRef,
      label: feed.label,
      token_hash: tokenHash,
      created_at: feed.createdAt,
      last_used_at: null,
    });
  }

  async listOf(userRef: string): Promise<StoredFeed[]> {
    const rows = await this.#rows()
      .where({ user_ref: userRef })
      .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }]);
    return rows.map(toFeed);
  }

  async findByHash(tokenHash: string): Promise<StoredFeed | undefined> {
    const row = await this.#rows().where({ token_hash: tokenHash }).first();
    return row && isSameHash(row.token_hash, tokenHash)
      ? toFeed(row)
      : undefined;
  }

  async remove(id: string, userRef: string): Promise<boolean> {
    return (await this.#rows().where({ id, user_ref: userRef }).delete()) > 0;
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.#rows().where({ id }).update({ last_used_at: at });
  }

  #rows() {
    return this.#knex<FeedRow>('calendar_feeds');
  }
}
