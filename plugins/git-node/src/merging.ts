import { ConflictError } from '@backstage/errors';
import { runGit } from './runGit';

/** What comes of two commits. */
export interface MergedTree {
  /** Of all files; those in conflict hold both, with git's marks between. */
  tree: string;
  /** Paths of files that both have changed in the same place, sorted. */
  conflicts: string[];
}

/** Merges two commits as `git merge` does, without a work tree, and moves nothing. */
export async function mergeTree(
  gitDir: string,
  ours: string,
  theirs: string,
): Promise<MergedTree> {
  const options = ['--write-tree', '--name-only', '-z', '--no-messages'];
  const { out } = await runGit(['merge-tree', ...options, ours, theirs], {
    gitDir,
    allowed: [1],
  });
  const [tree, ...files] = out.toString().split('\0').filter(Boolean);
  return { tree, conflicts: [...new Set(files)].sort() };
}

/** Whether a commit holds all that another does. */
export async function hasMerged(
  gitDir: string,
  ours: string,
  theirs: string,
): Promise<boolean> {
  const { code } = await runGit(['merge-base', '--is-ancestor', theirs, ours], {
    gitDir,
    allowed: [1],
  });
  return code === 0;
}

/**
 * Git merges only what has come of the same commit.
 *
 * @throws `ConflictError` when these branches have no commit in common
 */
export async function checkRelated(
  gitDir: string,
  branch: string,
  into: string,
): Promise<void> {
  const { code } = await runGit(['merge-base', into, branch], {
    gitDir,
    allowed: [1],
  });
  if (code === 0) return;
  throw new ConflictError(
    `The branches ${branch} and ${into} have no commit in common, so that git cannot merge them: delete ${branch}, make it anew at the first commit of ${into} that holds what the golden path wrote (git push origin COMMIT:refs/heads/${branch}), and try once more`,
  );
}
