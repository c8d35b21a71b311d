import {
  type GitHost,
  firstCommits,
  ifThere,
  mainBranch,
  withFetched,
} from '@squadron/plugin-git-node';
import { isMarked } from '../domain/taskMark';

/** Why a repository of the host is none that a task has published; each of its first commits says so of one that is. */
export async function whyUnpublished(
  host: GitHost,
  name: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const access = await host.access(name);
  return withFetched(
    name,
    access,
    [mainBranch],
    async copy => {
      const commits = await ifThere(firstCommits(copy, name, mainBranch));
      if (!commits) return `it has no branch ${mainBranch}`;
      const marked = commits.filter(({ message }) => isMarked(message));
      if (marked.length === 0) return 'no golden path has published it';
      // Work of people that has brought in what was published stays their work.
      return marked.length < commits.length
        ? 'no golden path has published all of it'
        : undefined;
    },
    signal,
  );
}
