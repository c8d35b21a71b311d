import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CommitInfo, commitFiles, moveBranch } from './commits';
import { isTaken, unfinishedIn } from './folder';
import { type Making, noteMaking } from './keeping';
import { checkRef } from './names';
import { runGit } from './runGit';

/** What a repository is made of. */
export interface NewRepository extends Making {
  /** Folder of the files of its first commit. */
  directory: string;
  /** All start at the first commit; the first is what a clone checks out. */
  branches: readonly [string, ...string[]];
  commit: CommitInfo;
}

/**
 * Makes a repository beside its place and moves it there when it is whole.
 *
 * @param beforehand - is done before anybody can see it
 * @returns whether it did; not when there is one in its place
 */
export async function makeRepository(
  gitDir: string,
  { directory, branches, commit, ...making }: NewRepository,
  beforehand: () => Promise<void>,
): Promise<boolean> {
  branches.forEach(checkRef);
  const [branch, ...others] = branches;
  const made = unfinishedIn(dirname(gitDir));
  await mkdir(dirname(gitDir), { recursive: true });
  try {
    await runGit(
      ['init', '--quiet', '--bare', '--template=', `-b${branch}`, made],
      { gitDir: made },
    );
    await noteMaking(made, making);
    const first = await commitFiles(made, { directory, branch, commit });
    for (const other of others) await moveBranch(made, other, first);
    await beforehand();
    // A folder that is not empty is not replaced: of two at once one fails.
    await rename(made, gitDir);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}
