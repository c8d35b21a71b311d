import { NotFoundError } from '@backstage/errors';
import { type PersonalToken, PersonalTokens } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { TreeIndex } from './TreeIndex';

/** A calendar feed that somebody made. */
export type StoredFeed = PersonalToken<{ groupRef: string }>;

/** Calendar feeds: each belongs to one person, and ends with them. */
export class FeedService {
  readonly #tokens: PersonalTokens<{ groupRef: string }>;
  readonly #index: TreeIndex;

  constructor(options: { knex: Knex; index: TreeIndex; now: () => Date }) {
    this.#index = options.index;
    this.#tokens = new PersonalTokens<{ groupRef: string }>({
      ...options,
      table: { name: 'calendar_feeds', extra: { groupRef: 'group_ref' } },
      noun: 'calendar feed',
      most: 50,
    });
  }

  listOf(userRef: string): Promise<StoredFeed[]> {
    return this.#tokens.listOf(userRef);
  }

  /** A new feed and its token, which is told this once. */
  create(userRef: string, groupRef: string, label: string) {
    return this.#tokens.create(userRef, label, { groupRef });
  }

  revoke(userRef: string, id: string): Promise<void> {
    return this.#tokens.revoke(userRef, id);
  }

  /** The feed behind a token, while its person and group are in the tree. */
  async open(token: string): Promise<StoredFeed> {
    const feed = await this.#tokens.find(token);
    const { tree } = await this.#index.get();
    if (!feed || !tree.person(feed.userRef) || !tree.get(feed.extra.groupRef)) {
      throw new NotFoundError(
        'There is no calendar here: the feed was revoked, or its owner or group is gone; make a new one in the portal',
      );
    }
    await this.#tokens.used(feed);
    return feed;
  }
}
