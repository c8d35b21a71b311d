import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { createFeedToken, hashFeedToken } from '@squadron/backend-kit';
import type { FeedStore, StoredFeed } from '../database/FeedStore';
import type { TreeIndex } from './TreeIndex';

const mostFeeds = 50;
const touchEveryMs = 60 * 60 * 1_000;

/** Calendar feeds: each belongs to one person, and ends with them. */
export class FeedService {
  readonly #store: FeedStore;
  readonly #index: TreeIndex;
  readonly #now: () => Date;

  constructor(options: {
    store: FeedStore;
    index: TreeIndex;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#index = options.index;
    this.#now = options.now;
  }

  listOf(userRef: string): Promise<StoredFeed[]> {
    return this.#store.listOf(userRef);
  }

  /** A new feed and its token, which is told this once. */
  async create(userRef: string, groupRef: string, label: string) {
    const existing = await this.#store.listOf(userRef);
    if (existing.length >= mostFeeds) {
      throw new ConflictError(
        `You have ${mostFeeds} calendar feeds, which is the most: revoke one that you no longer use`,
      );
    }
    const { token, hash } = createFeedToken();
    const feed: StoredFeed = {
      id: randomUUID(),
      userRef,
      groupRef,
      label,
      createdAt: this.#now(),
    };
    await this.#store.add(feed, hash);
    return { feed, token };
  }

  async revoke(userRef: string, id: string): Promise<void> {
    if (!(await this.#store.remove(id, userRef))) {
      throw new NotFoundError(
        'You have no such calendar feed: it was revoked already or is somebody else’s',
      );
    }
  }

  /** The feed behind a token, while its person and group are in the tree. */
  async open(token: string): Promise<StoredFeed> {
    const feed = await this.#store.findByHash(hashFeedToken(token));
    const { tree } = await this.#index.get();
    if (!feed || !tree.person(feed.userRef) || !tree.get(feed.groupRef)) {
      throw new NotFoundError(
        'There is no calendar here: the feed was revoked, or its owner or group is gone; make a new one in the portal',
      );
    }
    const idle = this.#now().getTime() - (feed.lastUsedAt?.getTime() ?? 0);
    if (idle > touchEveryMs) await this.#store.touch(feed.id, this.#now());
    return feed;
  }
}
