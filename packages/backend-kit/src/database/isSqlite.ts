import type { Knex } from 'knex';

/** Whether a connection or transaction speaks SQLite; otherwise it speaks PostgreSQL. */
export function isSqlite(knex: Knex): boolean {
  return /sqlite/.test(String(knex.client.config.client));
}
