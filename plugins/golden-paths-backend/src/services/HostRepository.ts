import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  type GitHost,
  type GitStore,
  type PreparedUpdate,
  ifThere,
  mainBranch,
  pushUpdate,
  templateBranch,
  withFetched,
} from '@squadron/plugin-git-node';
import type {
  BroughtIn,
  ProjectRepository,
  UpdateRequest,
} from './ProjectRepository';
import type { SharedWork } from './SharedWork';

/** A repository on GitHub or GitLab: an update is a request there, which people merge. */
export class HostRepository implements ProjectRepository {
  readonly name: string;
  readonly #host: GitHost;
  readonly #copies: SharedWork<GitStore>;

  /** @param options.copies - those that are being fetched only to be looked at, by name */
  constructor(options: {
    name: string;
    host: GitHost;
    copies: SharedWork<GitStore>;
  }) {
    this.name = options.name;
    this.#host = options.host;
    this.#copies = options.copies;
  }

  get host(): GitHost['kind'] {
    return this.#host.kind;
  }

  look<T>(work: (copy: GitStore) => Promise<T>): Promise<T> {
    return this.#copies.with(this.name, use => this.change(use), work);
  }

  /** In a copy of its own, as the branches of the copy move. */
  async change<T>(
    work: (copy: GitStore) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const { name } = this;
    const access = await this.#host.access(name);
    const branches = [mainBranch, templateBranch];
    let isFetched = false;
    try {
      const use = async (copy: GitStore) => {
        isFetched = true;
        await checkTemplate(copy, name);
        return work(copy);
      };
      return await withFetched(name, access, branches, use, signal);
    } catch (error) {
      if (!isFetched && !signal?.aborted) await this.#checkIsThere(error);
      throw error;
    }
  }

  async bringIn(
    copy: GitStore,
    update: PreparedUpdate,
    { from, title, text }: UpdateRequest,
  ): Promise<BroughtIn> {
    // A host takes no request for what is merged.
    if (update.isMerged) return {};
    const { name } = this;
    await pushUpdate(copy, name, await this.#host.access(name), update, from);
    const { url } = await this.#host.requestMerge(name, {
      from,
      into: mainBranch,
      title,
      text,
    });
    return { mergeRequest: url };
  }

  async requestOf(
    { isMerged, plan }: PreparedUpdate,
    branch: string,
  ): Promise<string | undefined> {
    const isThere = plan.files === plan.before.branch;
    if (isMerged || !isThere) return undefined;
    const branches = { from: branch, into: mainBranch };
    return (await this.#host.findMerge(this.name, branches))?.url;
  }

  /** Git says the same of what is gone and of what the token does not open. */
  async #checkIsThere(failure: unknown): Promise<void> {
    if (!(failure instanceof ServiceUnavailableError)) return;
    const isThere = await this.#host.has(this.name).catch(() => true);
    if (isThere) return;
    throw new NotFoundError(
      `${this.#host.page(this.name)} is not there any more, or not for the portal's token: when it was renamed or moved, register its catalog-info.yaml at the new address; when it was deleted, take the component out of the catalog`,
    );
  }
}

/** Repositories that were not published by a golden path of this portal lack the branch. */
async function checkTemplate(copy: GitStore, name: string): Promise<void> {
  if (await ifThere(copy.commitOf(name, templateBranch))) return;
  throw new NotFoundError(
    `${name} has no branch ${templateBranch}, which keeps what its golden path wrote: make it at the commit that holds just that (git push origin COMMIT:refs/heads/${templateBranch}), and try once more`,
  );
}
