import {
  type GitHost,
  firstCommits,
  ifThere,
  mainBranch,
  withFetched,
} from '@squadron/plugin-git-node';
import { isMarked } from '../domain/taskMark';

/** Whether a task has published a repository of the host, as its first commit says. */
export async function isPublished(
  host: GitHost,
  name: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const access = await host.access(name);
  return withFetched(
    name,
    access,
    [mainBranch],
    async copy => {
      const commits = await ifThere(firstCommits(copy, name, mainBranch));
      return commits?.some(({ message }) => isMarked(message)) ?? false;
    },
    signal,
  );
}
