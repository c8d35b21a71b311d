import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { GitError, gitText, runGit } from './runGit';

const noCommit = '0'.repeat(40);

/** What a commit says of itself. */
export interface CommitInfo {
  message: string;
  author: { name: string; email: string };
}

/** What a branch is to hold. */
export interface BranchContent {
  /** Folder of the files. */
  directory: string;
  branch: string;
  /** Where the writer saw the branch; nothing for a new one. */
  parent?: string;
  commit: CommitInfo;
}

/** Makes the files of a folder the content of a branch; one that has this content stays as it is. */
export async function commitFiles(
  gitDir: string,
  { directory, branch, parent, commit }: BranchContent,
): Promise<string> {
  const made = await commitOnTop(gitDir, { directory, parent, commit });
  if (made !== parent) await moveBranch(gitDir, branch, made, parent);
  return made;
}

/** Makes the files of a folder a commit that no branch has yet; the parent itself when it has this content. */
export async function commitOnTop(
  gitDir: string,
  { directory, parent, commit }: Omit<BranchContent, 'branch'>,
): Promise<string> {
  // An index of its own, so that two who write at once do not mix their files.
  const index = join(tmpdir(), `squadron-index-${randomUUID()}`);
  const place = { gitDir, workTree: directory, env: { GIT_INDEX_FILE: index } };
  try {
    // What a template writes is meant, also where its own .gitignore names it.
    await runGit(['add', '--all', '--force', '.'], place);
    const tree = await gitText(['write-tree'], place);
    if (!parent) return await commitTree(gitDir, tree, commit, []);
    const before = await gitText(['rev-parse', `${parent}^{tree}`], place);
    if (before === tree) return parent;
    return await commitTree(gitDir, tree, commit, [parent]);
  } finally {
    await rm(index, { force: true });
  }
}

/** Makes a commit that no branch has yet. */
export async function commitTree(
  gitDir: string,
  tree: string,
  { message, author }: CommitInfo,
  parents: readonly string[],
): Promise<string> {
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
  };
  const from = parents.flatMap(parent => ['-p', parent]);
  return gitText(['commit-tree', tree, ...from, '-m', message], {
    gitDir,
    env,
  });
}

/** A branch that is to move. */
export interface BranchMove {
  branch: string;
  commit: string;
  /** Where its writer saw it; it is made when left out. */
  before?: string;
}

/**
 * Moves a branch from where its writer saw it, or makes it.
 *
 * @throws `ConflictError` when it is elsewhere
 */
export async function moveBranch(
  gitDir: string,
  branch: string,
  commit: string,
  before?: string,
): Promise<void> {
  await moveBranches(gitDir, [{ branch, commit, before }]);
}

/**
 * Moves all of these branches, or none when one of them is elsewhere.
 *
 * @throws `ConflictError` then
 */
export async function moveBranches(
  gitDir: string,
  moves: readonly BranchMove[],
): Promise<void> {
  const lines = moves.map(
    ({ branch, commit, before = noCommit }) =>
      `update refs/heads/${branch} ${commit} ${before}\n`,
  );
  try {
    await runGit(['update-ref', '--stdin'], { gitDir, input: lines.join('') });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const names = moves.map(({ branch }) => branch).join(' or ');
    throw new ConflictError(
      `The branch ${names} has changed meanwhile: read it again and try once more`,
    );
  }
}
