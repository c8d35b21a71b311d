/** A calendar feed that somebody made. */
export interface StoredFeed {
  id: string;
  userRef: string;
  groupRef: string;
  label: string;
  createdAt: Date;
  lastUsedAt?: Date;
}

/** Keeps calendar feeds; of a token only its hash. */
export interface FeedStore {
  add(feed: StoredFeed, tokenHash: string): Promise<void>;
  /** Feeds of one person, newest first. */
  listOf(userRef: string): Promise<StoredFeed[]>;
  findByHash(tokenHash: string): Promise<StoredFeed | undefined>;
  /** Removes a person's own feed; false when they have none with that id. */
  remove(id: string, userRef: string): Promise<boolean>;
  touch(id: string, at: Date): Promise<void>;
}
