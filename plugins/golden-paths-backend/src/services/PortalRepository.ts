import {
  type GitStore,
  GitUpdates,
  type PreparedUpdate,
  withCopy,
} from '@squadron/plugin-git-node';
import type { BroughtIn, ProjectRepository } from './ProjectRepository';

/** A repository that the portal keeps: an update is merged at once. */
export class PortalRepository implements ProjectRepository {
  readonly name: string;
  readonly #store: GitStore;

  constructor(options: { name: string; store: GitStore }) {
    this.name = options.name;
    this.#store = options.store;
  }

  look<T>(work: (copy: GitStore) => Promise<T>): Promise<T> {
    return withCopy(this.#store, this.name, work);
  }

  change<T>(work: (store: GitStore) => Promise<T>): Promise<T> {
    return work(this.#store);
  }

  async bringIn(store: GitStore, update: PreparedUpdate): Promise<BroughtIn> {
    const commit = await new GitUpdates({ store }).apply(this.name, update);
    return update.conflicts.length > 0 ? {} : { commit };
  }

  async requestOf(): Promise<undefined> {
    return undefined;
  }
}
