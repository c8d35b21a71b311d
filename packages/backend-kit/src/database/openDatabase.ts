import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/**
 * A plugin's database, brought up to date unless the installation migrates by itself.
 *
 * @example
 * ```ts
 * const migrationsDirectory = resolvePackagePath('@squadron/plugin-x-backend', 'migrations');
 * const knex = await openDatabase({ database, migrationsDirectory });
 * ```
 */
export async function openDatabase(options: {
  database: Pick<DatabaseService, 'getClient' | 'migrations'>;
  /** Folder of the plugin's migrations. */
  migrationsDirectory: string;
}): Promise<Knex> {
  const { database, migrationsDirectory } = options;
  const knex = await database.getClient();
  if (isSqlite(knex)) {
    // Readers must not wait for a writer.
    await knex.raw('PRAGMA journal_mode = WAL');
    // With WAL a crash corrupts nothing; a power cut may lose the last commits, and each commit is much faster.
    await knex.raw('PRAGMA synchronous = NORMAL');
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory });
  }
  return knex;
}
