import { NotFoundError } from '@backstage/errors';
import {
  type GitHost,
  type GitStore,
  type PreparedUpdate,
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

/** A repository on GitHub or GitLab: an update is a request there, which people merge. */
export class HostRepository implements ProjectRepository {
  readonly name: string;
  readonly #host: GitHost;

  constructor(options: { name: string; host: GitHost }) {
    this.name = options.name;
    this.#host = options.host;
  }

  get host(): GitHost['kind'] {
    return this.#host.kind;
  }

  async look<T>(work: (copy: GitStore) => Promise<T>): Promise<T> {
    const { name } = this;
    const access = await this.#host.access(name);
    const branches = [mainBranch, templateBranch];
    return withFetched(name, access, branches, async copy => {
      await checkTemplate(copy, name);
      return work(copy);
    });
  }

  change<T>(work: (copy: GitStore) => Promise<T>): Promise<T> {
    return this.look(work);
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
}

/** Repositories that were not published by a golden path of this portal lack the branch. */
async function checkTemplate(copy: GitStore, name: string): Promise<void> {
  try {
    await copy.commitOf(name, templateBranch);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new NotFoundError(
      `${name} has no branch ${templateBranch}, which keeps what its golden path wrote: make it at the commit that holds just that (git push origin COMMIT:refs/heads/${templateBranch}), and try once more`,
    );
  }
}
