import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { bulkRows } from './bulkRows';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const columns = {
  id: 'integer',
  word: 'text',
  share: 'real',
  ok: 'boolean',
  at: 'timestamp',
} as const;

/** A table with names that SQL keeps for itself. */
async function open(id: TestDatabaseId): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.schema.createTable('things', table => {
    table.bigInteger('id').primary();
    table.text('word');
    table.double('share');
    table.boolean('ok');
    table.timestamp('at', { useTz: true });
  });
  return knex;
}

const upsert = (knex: Knex, rows: Knex.Raw) =>
  knex.raw(
    `insert into things (id, word, share, ok, at)
     select id, word, share, ok, at from ? where true
     on conflict (id) do update set word = excluded.word, share = excluded.share`,
    [rows],
  );

describe.each(databases.eachSupportedId())('bulkRows on %s', id => {
  it('stores each value as a bound parameter would', async () => {
    const knex = await open(id);
    const rows = [
      {
        id: Number.MAX_SAFE_INTEGER,
        word: `it's "ünï" ? $1 🚀 \n\\`,
        share: 1e-11,
        ok: true,
        at: new Date('2026-11-28T08:00:00.123Z'),
      },
      { id: -1, word: '', share: 3, ok: false, at: new Date(0) },
      { id: 0, word: null, share: null, ok: null, at: null },
    ];
    await knex('things').insert(rows);
    const expected = await knex('things').orderBy('id');
    await knex('things').delete();
    await upsert(knex, bulkRows(knex, { columns, rows }));
    expect(await knex('things').orderBy('id')).toEqual(expected);
  });

  it('keeps 64 bits of an integer and takes what is left out as null', async () => {
    const knex = await open(id);
    const rows = [{ id: 2n ** 63n - 1n }];
    await upsert(knex, bulkRows(knex, { columns, rows }));
    const [row] = await knex('things')
      .whereRaw('id = 9223372036854775807')
      .whereRaw('id > 9223372036854775806');
    expect(row).toMatchObject({ word: null, share: null, ok: null, at: null });
  });

  it('writes 10,000 rows with one statement, and changes them with one', async () => {
    const knex = await open(id);
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      id: at,
      word: 'old',
    }));
    await upsert(knex, bulkRows(knex, { columns, rows }));
    const next = rows.map(row => ({ ...row, word: 'new' }));
    await upsert(knex, bulkRows(knex, { columns, rows: next }));
    expect(statements).toHaveLength(2);
    const [counted] = await knex('things').where('word', 'new').count('* as n');
    expect(Number(counted.n)).toBe(10_000);
  });

  it('serves in joins and updates, under a name of its own', async () => {
    const knex = await open(id);
    await knex('things').insert([
      { id: 1, word: 'one' },
      { id: 2, word: 'two' },
    ]);
    const given = bulkRows(knex, {
      name: 'given',
      columns: { id: 'integer', share: 'real' },
      rows: [{ id: 2, share: 0.5 }, { id: 3 }],
    });
    const found = knex('things').join(given, 'things.id', 'given.id');
    expect(await found.select('word')).toEqual([{ word: 'two' }]);
    await knex.raw(
      'update things set share = given.share from ? where given.id = things.id',
      [given],
    );
    expect(await knex('things').orderBy('id').select('word', 'share')).toEqual([
      { word: 'one', share: null },
      { word: 'two', share: 0.5 },
    ]);
  });

  it('is an empty table without rows', async () => {
    const knex = await open(id);
    const rows = bulkRows(knex, { columns, rows: [] });
    expect(await knex.from(rows).select('*')).toEqual([]);
  });

  it('gives back every double and every text', async () => {
    const knex = await open(id);
    const word = fc.string({ unit: 'binary' }).filter(it => !it.includes('\0'));
    const share = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ word, share })), async given => {
        const rows = given.map((row, at) => ({ ...row, id: at }));
        const table = bulkRows(knex, { columns, rows });
        const found = await knex
          .from(table)
          .select('word', 'share')
          .orderBy('id');
        // No database tells -0 from 0.
        expect(found).toEqual(
          given.map(row => ({ ...row, share: row.share + 0 })),
        );
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [{ share: NaN }, 'Column share of row 1 is no real: NaN'],
    [{ share: -Infinity }, 'Column share of row 1 is no real: -Infinity'],
    [{ id: 1.5 }, 'Column id of row 1 is no integer: 1.5'],
    [{ id: 2 ** 60 }, 'Column id of row 1 is no integer'],
    [{ word: 'a\0b' }, 'Column word of row 1 is no text'],
    [{ at: new Date('never') }, 'Column at of row 1 is no timestamp'],
  ])('refuses %j, which a database would garble', async (row, message) => {
    const knex = await databases.init(id);
    expect(() => bulkRows(knex, { columns, rows: [row] })).toThrow(message);
  });

  it('lets no name of a column or table into the statement', async () => {
    const knex = await databases.init(id);
    const name = 'x"; drop table things; --';
    expect(() =>
      bulkRows(knex, { columns: { [name]: 'text' }, rows: [] }),
    ).toThrow('is no name of a column or table');
    expect(() => bulkRows(knex, { columns, rows: [], name })).toThrow(
      'is no name of a column or table',
    );
  });
});
