// What the database takes to write the rows of samples with nothing judged: the sample, the sum of its day and
// how its cell stands, in the tables of the plugin and in one process without requests.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fail } from './backend.mjs';
import { batchesOf, days as allDays } from './organization.mjs';

const require = createRequire(import.meta.url);
const { bulkRows, openDatabase } = require('@squadron/backend-kit');
const knexFor = require('knex');

/** More days make it slower, and change what is compared by little. */
const days = Math.min(allDays, 30);
const atOnce = 500;
const text = 'text';
const integer = 'integer';
const real = 'real';
const key = { kpi: text, entity: text };
const parts = { sum: real, count: real, min: real, max: real };
const judged = { value: real, bad_share: real, verdict: integer };

const tables = {
  samples: {
    keys: ['kpi', 'entity', 'at'],
    columns: {
      ...key,
      at: integer,
      ...parts,
      source: text,
      received_at: integer,
    },
  },
  daily: {
    keys: ['kpi', 'entity', 'day'],
    columns: {
      ...key,
      day: integer,
      ...parts,
      at: integer,
      ...judged,
      target: real,
    },
  },
  cells: {
    keys: ['kpi', 'entity'],
    columns: {
      ...key,
      grp: text,
      category: text,
      freshness: integer,
      has_target: 'boolean',
      ...judged,
      ...parts,
      text,
      target: text,
      at: integer,
      since: integer,
      stale_at: integer,
      source: text,
      reason: text,
      policy: text,
      weight: real,
      points: real,
    },
  },
};

/** A value for each column; what it says is all the same to the database. */
function rowOf({ kpi, entity, at }, columns, day) {
  const moment = Date.parse(at);
  const values = { text: 'as written', integer: moment, real: day + 0.5 };
  const row = Object.entries(columns).map(([name, type]) => [
    name,
    type === 'boolean' ? true : values[type],
  ]);
  return {
    ...Object.fromEntries(row),
    kpi,
    entity,
    ...('day' in columns && { day }),
    ...('target' in columns && columns.target === text && { target: '> 1' }),
    ...('verdict' in columns && { verdict: day % 3 }),
    ...('freshness' in columns && { freshness: 0 }),
    ...('policy' in columns && { policy: 'bad' }),
  };
}

function put(tx, table, rows) {
  const { keys, columns } = tables[table];
  const names = Object.keys(columns);
  const changing = names.filter(name => !keys.includes(name));
  return tx.raw(
    `insert into ${table} (${names.join(', ')})
     select ${names.join(', ')} from ? where true
     on conflict (${keys.join(', ')}) do update set
       ${changing.map(name => `${name} = excluded.${name}`).join(', ')}`,
    [bulkRows(tx, { columns, rows })],
  );
}

async function open(directory) {
  const connection = process.env.BENCHMARK_DATABASE_URL;
  const knex = knexFor(
    connection
      ? { client: 'pg', connection, searchPath: 'floor' }
      : {
          client: 'better-sqlite3',
          connection: join(directory, 'floor.sqlite'),
          useNullAsDefault: true,
        },
  );
  if (connection) await knex.raw('create schema if not exists floor');
  return openDatabase({
    database: { getClient: async () => knex },
    migrationsDirectory: join(
      dirname(
        require.resolve('@squadron/plugin-scorecards-backend/package.json'),
      ),
      'migrations',
    ),
  });
}

async function measure() {
  const directory = await mkdtemp(join(tmpdir(), 'scorecards-floor-'));
  const knex = await open(directory);
  const today = Math.floor(Date.now() / 86_400_000);
  let samples = 0;
  const started = performance.now();
  for (let day = today - days + 1; day <= today; day++) {
    for (const batch of batchesOf(day)) {
      for (let from = 0; from < batch.length; from += atOnce) {
        const chunk = batch.slice(from, from + atOnce);
        await knex.transaction(async tx => {
          for (const [table, { columns }] of Object.entries(tables)) {
            const rows = chunk.map(sample => rowOf(sample, columns, day));
            await put(tx, table, rows);
          }
        });
        samples += chunk.length;
      }
    }
  }
  const rate = samples / ((performance.now() - started) / 1_000);
  await knex.destroy();
  await rm(directory, { recursive: true, force: true });
  return rate;
}

measure()
  .then(rate => process.send({ rate }, () => process.exit(0)))
  .catch(fail);
