import { NotFoundError } from '@backstage/errors';
import type { OrgSnapshot } from '@squadron/plugin-org-model-common';
import type { SnapshotStore } from '../database/SnapshotStore';

/** Answers how the tree was on a past day. */
export class SnapshotQueries {
  readonly #store: SnapshotStore;
  readonly #now: () => Date;

  constructor(options: { store: SnapshotStore; now: () => Date }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  /** The tree at the end of a day; `undefined` when that day is not over, so that it is the tree of now. */
  async asOf(day: string | undefined): Promise<OrgSnapshot | undefined> {
    if (!day || day >= toDay(this.#now())) return undefined;
    const snapshot = await this.#store.latestAt(day);
    if (snapshot) return snapshot;
    const first = await this.#store.firstDay();
    throw new NotFoundError(
      `Nothing is known of the organization at the end of ${day}: ${
        first
          ? `the first snapshot is of ${first}, ask for that day or a later one`
          : 'there is no snapshot yet, ask without `asOf`'
      }`,
    );
  }
}

/** The day of a moment, UTC. */
export function toDay(time: Date): string {
  return time.toISOString().slice(0, 10);
}
