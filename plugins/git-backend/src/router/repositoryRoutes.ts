import { NotFoundError } from '@backstage/errors';
import type { ContractHandlers } from '@squadron/backend-kit';
import type {
  Commit,
  ListedRepository,
  gitContract,
} from '@squadron/plugin-git-common';
import {
  type CommitRecord,
  GitBrowser,
  type GitService,
  latestCommits,
  mainBranch,
} from '@squadron/plugin-git-node';

type RepositoryHandlers = Pick<
  ContractHandlers<typeof gitContract>,
  'repositories' | 'repository' | 'tree' | 'file' | 'commits'
>;

/** Routes that look through repositories. */
export function repositoryRoutes(
  configured: GitService | undefined,
): RepositoryHandlers {
  return {
    async repositories({ query: { text = '', cursor = '', limit } }) {
      if (!configured) return { isKept: false, items: [], total: 0 };
      const names = await configured.store.list();
      const found = names.filter(name => name.includes(text.toLowerCase()));
      const later = found.filter(name => name > cursor);
      const page = later.slice(0, limit);
      return {
        isKept: true,
        items: await listed(configured, page),
        total: found.length,
        nextCursor: later.length > limit ? page.at(-1) : undefined,
      };
    },
    async repository({ params: { name } }) {
      const { store, addresses } = required(configured);
      return {
        name,
        branch: mainBranch,
        commit: await store.commitOf(name, mainBranch),
        cloneUrl: addresses.clone(name),
        branches: await new GitBrowser({ store }).branches(name),
      };
    },
    async tree({ params: { name }, query: { ref, path } }) {
      const { store } = required(configured);
      const commit = await store.commitOf(name, ref);
      const entries = await new GitBrowser({ store }).tree(name, commit, path);
      return { commit, entries };
    },
    async file({ params: { name }, query: { ref, path } }) {
      const { store } = required(configured);
      const commit = await store.commitOf(name, ref);
      const file = await new GitBrowser({ store }).file(name, commit, path);
      return { commit, ...file };
    },
    async commits({ params: { name }, query: { ref, limit } }) {
      return { items: await commitsOf(required(configured), name, ref, limit) };
    },
  };
}

function required(git: GitService | undefined): GitService {
  if (git) return git;
  throw new NotFoundError(
    'The portal keeps no repositories: `squadron.git.directory` names their folder',
  );
}

async function commitsOf(
  { store }: GitService,
  name: string,
  ref: string,
  limit: number,
): Promise<Commit[]> {
  const found = await new GitBrowser({ store }).commits(name, ref, limit);
  return found.map(toCommit);
}

function toCommit({ id, author, at, subject }: CommitRecord): Commit {
  return { id, author, at: at.toISOString(), subject };
}

/** Without those that have gone since their names were read. */
async function listed(
  { store, addresses }: GitService,
  names: readonly string[],
): Promise<ListedRepository[]> {
  const commits = await latestCommits(store, names, mainBranch);
  return [...commits].map(([name, commit]) => ({
    name,
    branch: mainBranch,
    commit: commit.id,
    cloneUrl: addresses.clone(name),
    latest: toCommit(commit),
  }));
}
