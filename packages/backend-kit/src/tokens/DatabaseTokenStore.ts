import type { Knex } from 'knex';
import { isSameHash } from './token';

/** A token that somebody made for a program of theirs; of the token itself only the hash is kept. */
export interface PersonalToken<TExtra = {}> {
  id: string;
  userRef: string;
  /** What its owner calls it. */
  label: string;
  createdAt: Date;
  /** Within an hour. */
  lastUsedAt?: Date;
  /** What it opens, where that is not all the same. */
  extra: TExtra;
}

interface TokenRow {
  id: string;
  user_ref: string;
  label: string;
  token_hash: string;
  // SQLite gives numbers, PostgreSQL dates.
  created_at: Date | number;
  last_used_at: Date | number | null;
}

/** The table of tokens, with the columns of its own by the names that code has for them. */
export interface TokenTable<TExtra> {
  name: string;
  extra: { readonly [K in keyof TExtra]: string };
}

/** Makes a table for {@link DatabaseTokenStore}; columns of its own are added by the migration. */
export async function createTokenTable(
  knex: Knex,
  name: string,
  comment: string,
): Promise<void> {
  await knex.schema.createTable(name, table => {
    table.comment(comment);
    table.string('id', 36).primary();
    table.string('user_ref').notNullable().index();
    table.string('label', 80).notNullable();
    table
      .string('token_hash', 64)
      .notNullable()
      .unique()
      .comment('SHA-256 of the token, which is stored nowhere');
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.timestamp('last_used_at', { useTz: true }).nullable();
  });
}

export class DatabaseTokenStore<TExtra extends {}> {
  readonly #knex: Knex;
  readonly #table: TokenTable<TExtra>;

  constructor(knex: Knex, table: TokenTable<TExtra>) {
    this.#knex = knex;
    this.#table = table;
  }

  async add(token: PersonalToken<TExtra>, hash: string): Promise<void> {
    await this.#knex(this.#table.name).insert({
      id: token.id,
      user_ref: token.userRef,
      label: token.label,
      token_hash: hash,
      created_at: token.createdAt,
      last_used_at: null,
      ...Object.fromEntries(
        this.#columns().map(([field, column]) => [column, token.extra[field]]),
      ),
    });
  }

  /** Tokens of one person, newest first. */
  async listOf(userRef: string): Promise<PersonalToken<TExtra>[]> {
    const rows = await this.#rows()
      .where({ user_ref: userRef })
      .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }]);
    return rows.map(row => this.#toToken(row));
  }

  async findByHash(hash: string): Promise<PersonalToken<TExtra> | undefined> {
    const row = await this.#rows().where({ token_hash: hash }).first();
    return row && isSameHash(row.token_hash, hash)
      ? this.#toToken(row)
      : undefined;
  }

  /** Removes a person's own token; false when they have none with that id. */
  async remove(id: string, userRef: string): Promise<boolean> {
    return (await this.#rows().where({ id, user_ref: userRef }).delete()) > 0;
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.#rows().where({ id }).update({ last_used_at: at });
  }

  #rows() {
    return this.#knex<TokenRow>(this.#table.name);
  }

  #columns() {
    return Object.entries(this.#table.extra) as [keyof TExtra, string][];
  }

  #toToken(row: TokenRow): PersonalToken<TExtra> {
    const values = new Map(Object.entries(row));
    const extra = this.#columns().map(([field, column]) => [
      field,
      values.get(column),
    ]);
    return {
      id: row.id,
      userRef: row.user_ref,
      label: row.label,
      createdAt: new Date(row.created_at),
      lastUsedAt:
        row.last_used_at === null ? undefined : new Date(row.last_used_at),
      extra: Object.fromEntries(extra),
    };
  }
}
