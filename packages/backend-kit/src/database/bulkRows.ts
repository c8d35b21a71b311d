import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';

interface BulkValues {
  text: string;
  integer: number | bigint;
  real: number;
  boolean: boolean;
  timestamp: Date;
}

/** What a column holds: integers have 64 bits, reals are doubles. */
export type BulkColumnType = keyof BulkValues;

/** The columns of a table expression by their names in SQL. */
export type BulkColumns = Readonly<Record<string, BulkColumnType>>;

/** A row for these columns. A column that is left out is null. */
export type BulkRow<TColumns extends BulkColumns> = {
  readonly [K in keyof TColumns]?: BulkValues[TColumns[K]] | null;
};

const sqliteTypes: Record<BulkColumnType, string> = {
  text: 'text',
  integer: 'integer',
  real: 'real',
  boolean: 'integer',
  timestamp: 'integer',
};

const postgresTypes: Record<BulkColumnType, string> = {
  text: 'text',
  integer: 'bigint',
  real: 'double precision',
  boolean: 'boolean',
  timestamp: 'timestamptz',
};

const namePattern = /^[a-z_][a-z0-9_]*$/i;

function quoted(name: string): string {
  if (!namePattern.test(name)) {
    throw new InputError(
      `${JSON.stringify(name)} is no name of a column or table: use letters, digits and underscores`,
    );
  }
  return `"${name}"`;
}

const faults: Record<BulkColumnType, (value: unknown) => boolean> = {
  // PostgreSQL has no text with this character, SQLite cuts the text there.
  text: value => typeof value !== 'string' || value.includes('\0'),
  integer: value => typeof value !== 'bigint' && !Number.isSafeInteger(value),
  real: value => !Number.isFinite(value),
  boolean: value => typeof value !== 'boolean',
  timestamp: value => !(value instanceof Date) || Number.isNaN(+value),
};

const surrogate = /[\ud800-\udfff]/;

function toJson(value: unknown, sqlite: boolean): unknown {
  if (typeof value === 'bigint') return String(value);
  // Half a surrogate pair is no JSON for PostgreSQL; a bound text would lose it in the same way.
  if (typeof value === 'string') {
    return surrogate.test(value) ? Buffer.from(value).toString() : value;
  }
  // A bound date is stored as a number in SQLite.
  if (value instanceof Date) return sqlite ? +value : value.toISOString();
  return value;
}

type Column = [name: string, type: BulkColumnType];

/** What is written for a value; looked at for each of many thousands. */
function written(
  value: unknown,
  [column, type]: Column,
  at: number,
  sqlite: boolean,
): unknown {
  if (value === null || value === undefined) return null;
  if (faults[type](value)) {
    throw new InputError(
      `Column ${column} of row ${at + 1} is no ${type}: ${String(value).slice(0, 100)}`,
    );
  }
  return toJson(value, sqlite);
}

function sqliteTable(alias: string, columns: Column[]): string {
  const fields = columns.map(
    ([name, type], at) =>
      `cast(json_extract(value, '$[${at}]') as ${sqliteTypes[type]}) as ${quoted(name)}`,
  );
  return `(select ${fields.join(', ')} from jsonb_each(?)) as ${alias}`;
}

/** Half the time of `json_to_recordset`, which looks every field up by its name. */
function postgresTable(alias: string, columns: Column[]): string {
  const fields = columns.map(
    ([name, type], at) =>
      `(value->>${at})::${postgresTypes[type]} as ${quoted(name)}`,
  );
  return `(select ${fields.join(', ')} from jsonb_array_elements(?::jsonb)) as ${alias}`;
}

/**
 * Turns rows into a table expression with one bound parameter, so that one statement writes, joins or looks up
 * thousands of rows. It stands where a table stands: after `from`, `join` and `using`.
 *
 * - SQLite cannot tell `on conflict` from the condition of a join: an `insert … select … on conflict do update`
 *   needs a `where`, if only `where true`.
 * - PostgreSQL refuses an `on conflict do update` that meets the same key twice: merge such rows before.
 * - Dates become what knex stores for a bound date: a number in SQLite, `timestamptz` in PostgreSQL.
 *
 * @param options.name - what the statement calls the table, `rows` when left out
 * @throws `InputError` for a value that is not of its column's type, such as NaN, or that a database would garble
 *
 * @example
 * ```ts
 * const rows = bulkRows(knex, {
 *   columns: { id: 'text', amount: 'real' },
 *   rows: [{ id: 'a', amount: 1e-11 }],
 * });
 * await knex.raw(
 *   `insert into amounts (id, amount) select id, amount from ? where true
 *    on conflict (id) do update set amount = excluded.amount`,
 *   [rows],
 * );
 * const known = await knex('amounts').join(rows, 'amounts.id', 'rows.id').select('amounts.*');
 * ```
 */
export function bulkRows<const TColumns extends BulkColumns>(
  knex: Knex,
  options: {
    columns: TColumns;
    rows: readonly BulkRow<TColumns>[];
    name?: string;
  },
): Knex.Raw {
  const sqlite = isSqlite(knex);
  const columns = Object.entries(options.columns);
  const rows = options.rows.map((row, at) =>
    columns.map(column => written(row[column[0]], column, at, sqlite)),
  );
  const alias = quoted(options.name ?? 'rows');
  const table = sqlite ? sqliteTable : postgresTable;
  return knex.raw(table(alias, columns), [JSON.stringify(rows)]);
}
