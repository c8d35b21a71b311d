import { gitText, runGit } from './runGit';

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
  const base = await gitText(['merge-base', ours, theirs], { gitDir });
  return base === theirs;
}
