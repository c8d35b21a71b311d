import type { Knex } from 'knex';

const tableName = 'idempotency_keys';

/** A key belongs to who sent it: nobody meets the keys of others. */
export interface OwnedKey {
  caller: string;
  key: string;
}

/** One try to do the work of a key. */
export interface Claim extends OwnedKey {
  /** Differs between the tries of one key. */
  id: string;
  at: Date;
}

/** What is known of a key. */
export interface KeyRecord {
  requestHash: string;
  claimId: string;
  claimedAt: Date;
  /** As JSON; nothing while the work is going on. */
  answer: string | undefined;
}

interface KeyRow {
  caller: string;
  key: string;
  request_hash: string;
  claim_id: string;
  // PostgreSQL gives text.
  claimed_at: number | string;
  answer: string | null;
}

/**
 * Makes the table of {@link IdempotencyKeys}: for the `up` of a plugin's migration. It stays as it is, because
 * migrations that ran cannot change.
 */
export async function createIdempotencyTable(knex: Knex): Promise<void> {
  await knex.schema.createTable(tableName, table => {
    table.comment('Answers to requests that may be sent again');
    table.text('caller').notNullable();
    table.string('key', 200).notNullable();
    table.string('request_hash', 64).notNullable();
    table.string('claim_id', 36).notNullable();
    table
      .bigInteger('claimed_at')
      .notNullable()
      .index()
      .comment('Milliseconds since 1970');
    table.text('answer').comment('JSON; null while the work is going on');
    table.primary(['caller', 'key']);
  });
}

/** Removes the table of {@link IdempotencyKeys}: for the `down` of a plugin's migration. */
export async function dropIdempotencyTable(knex: Knex): Promise<void> {
  await knex.schema.dropTable(tableName);
}

/** Keeps who works on which key, and the answers. */
export class DatabaseIdempotencyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Answers whether the key was free; of several replicas one wins. */
  async claim(claim: Claim, requestHash: string): Promise<boolean> {
    const inserted = await this.#rows()
      .insert({
        caller: claim.caller,
        key: claim.key,
        request_hash: requestHash,
        claim_id: claim.id,
        claimed_at: claim.at.getTime(),
      })
      .onConflict(['caller', 'key'])
      .ignore()
      .returning('claim_id');
    return inserted.length > 0;
  }

  async find({ caller, key }: OwnedKey): Promise<KeyRecord | undefined> {
    const row = await this.#rows().where({ caller, key }).first();
    return (
      row && {
        requestHash: row.request_hash,
        claimId: row.claim_id,
        claimedAt: new Date(Number(row.claimed_at)),
        answer: row.answer ?? undefined,
      }
    );
  }

  /** Takes the work over from a claim that was given up; answers whether nobody else was faster. */
  async takeOver(claim: Claim, abandonedId: string): Promise<boolean> {
    const changed = await this.#claimed({ ...claim, id: abandonedId }).update({
      claim_id: claim.id,
      claimed_at: claim.at.getTime(),
    });
    return changed > 0;
  }

  async finish(claim: Claim, answer: string): Promise<void> {
    await this.#claimed(claim).update({ answer });
  }

  async release(claim: Claim): Promise<void> {
    await this.#claimed(claim).delete();
  }

  /** Answers how many keys it deleted. */
  async deleteBefore(time: Date): Promise<number> {
    return this.#rows().where('claimed_at', '<', time.getTime()).delete();
  }

  /** The key as long as this claim holds it and the work is going on. */
  #claimed({ caller, key, id }: Claim) {
    return this.#rows()
      .where({ caller, key, claim_id: id })
      .whereNull('answer');
  }

  #rows() {
    return this.#knex<KeyRow>(tableName);
  }
}
