import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Folder of the module's migrations. */
export const migrationsDirectory = resolvePackagePath(
  '@squadron/plugin-techdocs-backend-module-markdown',
  'migrations',
);

/**
 * The database of the techdocs plugin, which keeps nothing in it by itself, brought up to date unless the
 * installation migrates by itself.
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (/sqlite/.test(knex.client.config.client)) {
    // Readers must not wait for a writer.
    await knex.raw('PRAGMA journal_mode = WAL');
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory });
  }
  return knex;
}
