import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { openDatabase } from './openDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const folder = createMockDirectory({
  content: {
    '1_init.js': `
      exports.up = knex => knex.schema.createTable('things', table => table.string('name'));
      exports.down = knex => knex.schema.dropTable('things');
    `,
  },
});

const connect = (filename: string) =>
  createKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });

describe.each(databases.eachSupportedId())('openDatabase on %s', id => {
  it('brings the tables up to date, also when they already are', async () => {
    const knex = await databases.init(id);
    const database = { getClient: async () => knex };
    const options = { database, migrationsDirectory: folder.path };
    expect(await openDatabase(options)).toBe(knex);
    await knex('things').insert({ name: 'kept' });
    await openDatabase(options);
    expect(await knex('things')).toEqual([{ name: 'kept' }]);
  });

  it('leaves the tables alone where the installation migrates by itself', async () => {
    const knex = await databases.init(id);
    await openDatabase({
      database: { getClient: async () => knex, migrations: { skip: true } },
      migrationsDirectory: folder.path,
    });
    expect(await knex.schema.hasTable('things')).toBe(false);
  });
});

it('lets others read a SQLite file while somebody writes to it', async () => {
  const open = async () =>
    openDatabase({
      database: { getClient: async () => connect(folder.resolve('x.sqlite')) },
      migrationsDirectory: folder.path,
    });
  const [writer, reader] = [await open(), await open()];
  await writer.transaction(async trx => {
    await trx('things').insert({ name: 'new' });
    expect(await reader('things')).toEqual([]);
  });
  expect(await reader('things')).toEqual([{ name: 'new' }]);
  await Promise.all([writer.destroy(), reader.destroy()]);
});
