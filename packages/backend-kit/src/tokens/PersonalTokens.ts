import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  DatabaseTokenStore,
  type PersonalToken,
  type TokenTable,
} from './DatabaseTokenStore';
import { createToken, hashToken } from './token';

const touchEveryMs = 60 * 60 * 1_000;

/** Tokens that people make for programs of theirs, such as a calendar or git: each is told once and revoked at once. */
export class PersonalTokens<TExtra extends {} = {}> {
  readonly #store: DatabaseTokenStore<TExtra>;
  readonly #noun: string;
  readonly #most: number;
  readonly #now: () => Date;

  /**
   * @param options.table - made by {@link createTokenTable}
   * @param options.noun - what messages call a token: `calendar feed`
   * @param options.most - how many a person may have
   */
  constructor(options: {
    knex: Knex;
    table: TokenTable<TExtra>;
    noun: string;
    most: number;
    now: () => Date;
  }) {
    this.#store = new DatabaseTokenStore(options.knex, options.table);
    this.#noun = options.noun;
    this.#most = options.most;
    this.#now = options.now;
  }

  /** Newest first. */
  listOf(userRef: string): Promise<PersonalToken<TExtra>[]> {
    return this.#store.listOf(userRef);
  }

  /**
   * A new one and its token, which is told this once.
   *
   * @throws `ConflictError` when the person has as many as one may have
   */
  async create(
    userRef: string,
    label: string,
    extra: TExtra,
  ): Promise<{ made: PersonalToken<TExtra>; token: string }> {
    const existing = await this.#store.listOf(userRef);
    if (existing.length >= this.#most) {
      throw new ConflictError(
        `You have ${this.#most} ${this.#noun}s, which is the most: revoke one that you no longer use`,
      );
    }
    const { token, hash } = createToken();
    const made: PersonalToken<TExtra> = {
      id: randomUUID(),
      userRef,
      label,
      createdAt: this.#now(),
      extra,
    };
    await this.#store.add(made, hash);
    return { made, token };
  }

  /** @throws `NotFoundError` when the person has no such token */
  async revoke(userRef: string, id: string): Promise<void> {
    if (!(await this.#store.remove(id, userRef))) {
      throw new NotFoundError(
        `You have no such ${this.#noun}: it was revoked already or is somebody else’s`,
      );
    }
  }

  /** What stands behind a token. Whether its owner still may use it, the caller checks. */
  async find(token: string): Promise<PersonalToken<TExtra> | undefined> {
    return this.#store.findByHash(hashToken(token));
  }

  /** Remembers that a token was used; at most once an hour. */
  async used({ id, lastUsedAt }: PersonalToken<TExtra>): Promise<void> {
    const now = this.#now();
    const idle = now.getTime() - (lastUsedAt?.getTime() ?? 0);
    if (idle > touchEveryMs) await this.#store.touch(id, now);
  }
}
