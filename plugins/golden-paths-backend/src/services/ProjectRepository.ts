import type {
  GitHost,
  GitStore,
  MergeRequest,
  PreparedUpdate,
} from '@squadron/plugin-git-node';

/** What has become of an update. */
export interface BroughtIn {
  /** Of main, which has it. */
  commit?: string;
  /** Page of the request to merge it. */
  mergeRequest?: string;
}

/** How an update is asked for where people merge it. */
export type UpdateRequest = Omit<MergeRequest, 'into'>;

/** The repository of a project, wherever it lies. */
export interface ProjectRepository {
  readonly name: string;
  /** Nothing for one that the portal keeps. */
  readonly host?: GitHost['kind'];

  /** Does something with a copy of it, from which nothing comes back. */
  look<T>(work: (copy: GitStore) => Promise<T>): Promise<T>;

  /**
   * Does something with it, or with a copy, from which {@link bringIn} can bring an update in.
   *
   * @param signal - ends the making of a copy, but not the work
   */
  change<T>(
    work: (store: GitStore) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>;

  /**
   * Brings an update in, or asks for it where people merge.
   *
   * @param store - as {@link change} gave it
   * @throws `ConflictError` when somebody else changes the repository at the same time
   */
  bringIn(
    store: GitStore,
    update: PreparedUpdate,
    request: UpdateRequest,
  ): Promise<BroughtIn>;

  /** Page of the request that is open for an update; nothing where there is none. */
  requestOf(
    update: PreparedUpdate,
    branch: string,
  ): Promise<string | undefined>;
}
