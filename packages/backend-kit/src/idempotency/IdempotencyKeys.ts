import { createHash, randomUUID } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { Claim, DatabaseIdempotencyStore } from './DatabaseIdempotencyStore';

const KEPT_MS = 24 * 3_600_000;
const ABANDONED_MS = 10 * 60_000;
const keyPattern = /^\P{Cc}{1,200}$/u;

/** What somebody asks for, and the key by which they ask for the same again. */
export interface IdempotentRequest {
  /** Chosen by the caller, up to 200 characters. */
  key: string;
  /** Who asks, such as the entity reference of a user: keys of others do not count. */
  caller: string;
  /** Route, parameters and body, as JSON: two requests are the same when this is. Only its hash is stored. */
  request: unknown;
}

function hashOf(request: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(request) ?? '')
    .digest('hex');
}

/**
 * Does the work of a request once, however often the request comes, also on several replicas. The table is
 * made by `createIdempotencyTable` in a migration of the plugin.
 *
 * @example
 * ```ts
 * const keys = new IdempotencyKeys({ knex, now });
 * const answer = await keys.run(
 *   { key: body.idempotencyKey, caller, request: { route: 'postSamples', body } },
 *   () => commands.record(body.samples),
 * );
 * ```
 */
export class IdempotencyKeys {
  readonly #store: DatabaseIdempotencyStore;
  readonly #now: () => Date;
  readonly #abandonedMs: number;

  constructor(options: {
    knex: Knex;
    now: () => Date;
    /** Work that has not ended after this was cut short with its process, and who asks next does it; ten minutes when left out. */
    abandonedMs?: number;
  }) {
    this.#store = new DatabaseIdempotencyStore(options.knex);
    this.#now = options.now;
    this.#abandonedMs = options.abandonedMs ?? ABANDONED_MS;
  }

  /**
   * Answers what the work answers, or answered before. Work that fails frees the key. When a process ends in the
   * middle of it the work may be done again: it should stand that.
   *
   * @param work - its answer must survive JSON
   * @throws `ConflictError` when the key came with another request, or when the same request is being worked on;
   *   `InputError` for a key that is empty, longer than 200 characters or has a control character
   */
  async run<T>(request: IdempotentRequest, work: () => Promise<T>): Promise<T> {
    const { key, caller } = request;
    if (!keyPattern.test(key)) {
      throw new InputError(
        'An idempotency key has 1 to 200 characters, and no control character',
      );
    }
    const claim = { caller, key, id: randomUUID(), at: this.#now() };
    const kept = await this.#claimOrFind(claim, hashOf(request.request));
    if (kept !== undefined) return JSON.parse(kept).answer;
    let answer: T;
    try {
      answer = await work();
    } catch (error) {
      await this.#store.release(claim);
      throw error;
    }
    await this.#store.finish(claim, JSON.stringify({ answer }));
    return answer;
  }

  /** Forgets the keys that are older than 24 hours; answers how many there were. */
  async prune(now: Date): Promise<number> {
    return this.#store.deleteBefore(new Date(now.getTime() - KEPT_MS));
  }

  /** The answer that is there already, or nothing when the work is now ours. */
  async #claimOrFind(claim: Claim, hash: string): Promise<string | undefined> {
    if (await this.#store.claim(claim, hash)) return undefined;
    const record = await this.#store.find(claim);
    if (record && record.requestHash !== hash) {
      throw new ConflictError(
        `The idempotency key ${claim.key} came before with another request: send a new request with a new key`,
      );
    }
    if (record?.answer !== undefined) return record.answer;
    const age = record && claim.at.getTime() - record.claimedAt.getTime();
    if (record && age !== undefined && age > this.#abandonedMs) {
      const isOurs = await this.#store.takeOver(claim, record.claimId);
      if (isOurs) return undefined;
    }
    throw new ConflictError(
      `The request with the idempotency key ${claim.key} is being worked on; try again`,
    );
  }
}
