import type {
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { isSqlite, openDatabase } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import { migrationsDirectory } from '../database/migrationsDirectory';

/** A new database with the tables of the plugin. */
export async function openTables(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  const knex = await databases.init(id);
  await openDatabase({
    database: { getClient: async () => knex },
    migrationsDirectory,
  });
  return knex;
}

/**
 * Opens the tables as migrations leave them, in one database for all tests of a file:
 * each opening takes away what the tests before have left.
 */
export function sharedTables(databases: TestDatabases) {
  const opened = new Map<TestDatabaseId, Promise<() => Promise<Knex>>>();
  return async (id: TestDatabaseId): Promise<Knex> => {
    const known = opened.get(id) ?? openTables(databases, id).then(resetterOf);
    opened.set(id, known);
    return (await known)();
  };
}

/** Empties the tables of a new database, but for what its migrations put there. */
async function resetterOf(knex: Knex) {
  const tables = await tablesOf(knex);
  const seeds: { table: string; rows: object[] }[] = [];
  for (const table of tables) {
    const rows = await knex(table);
    if (rows.length > 0) seeds.push({ table, rows });
  }
  const statements = [
    ...tables.map(table => `delete from ${table}`),
    ...(await restartsOf(knex)),
  ];
  return async () => {
    for (const statement of statements) await knex.raw(statement);
    for (const { table, rows } of seeds) await knex(table).insert(rows);
    return knex;
  };
}

async function tablesOf(knex: Knex): Promise<string[]> {
  const names: string[] = isSqlite(knex)
    ? await knex('sqlite_master').where({ type: 'table' }).pluck('name')
    : await knex('pg_tables')
        .whereRaw('schemaname = current_schema()')
        .pluck('tablename');
  return names.filter(name => !/^(sqlite|knex)_/.test(name));
}

/** Numbers that tables give begin at one again. */
async function restartsOf(knex: Knex): Promise<string[]> {
  if (isSqlite(knex)) return ['delete from sqlite_sequence'];
  const sequences: string[] = await knex('pg_sequences')
    .whereRaw('schemaname = current_schema()')
    .pluck('sequencename');
  return sequences
    .filter(name => !name.startsWith('knex_'))
    .map(name => `alter sequence ${name} restart`);
}
