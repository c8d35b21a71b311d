import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitStore } from './GitStore';
import { type CommitInfo, commitTree, moveBranch } from './commits';
import { gitText, runGit } from './runGit';

/** A file of a commit, as git lists it: mode, type and id, and where it lies. */
interface TreeFile {
  what: string;
  path: string;
}

/**
 * Which files of a tree another can take over without giving up one of its own. A folder where the other
 * has a file, or the other way round, counts as the same place.
 *
 * @param theirs - paths of files
 * @param ours - likewise
 */
export function pathsMissing(
  theirs: readonly string[],
  ours: readonly string[],
): string[] {
  const files = new Set(ours);
  const folders = new Set(ours.flatMap(foldersOf));
  return theirs.filter(
    path =>
      !files.has(path) &&
      !folders.has(path) &&
      !foldersOf(path).some(folder => files.has(folder)),
  );
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

async function filesOf(gitDir: string, commit: string): Promise<TreeFile[]> {
  const { out } = await runGit(['ls-tree', '-r', '-z', commit], { gitDir });
  return out
    .toString()
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const [what, path] = line.split('\t', 2);
      return { what, path };
    });
}

async function edited(
  gitDir: string,
  { what, path }: TreeFile,
  text: string | undefined,
): Promise<TreeFile> {
  if (text === undefined) return { what, path };
  const id = await gitText(['hash-object', '-w', '--stdin'], {
    gitDir,
    input: text,
  });
  const [mode, type] = what.split(' ');
  return { what: `${mode} ${type} ${id}`, path };
}

async function treeOf(
  gitDir: string,
  files: readonly TreeFile[],
): Promise<string> {
  const index = join(tmpdir(), `squadron-index-${randomUUID()}`);
  const place = { gitDir, env: { GIT_INDEX_FILE: index } };
  try {
    await runGit(['update-index', '-z', '--add', '--index-info'], {
      ...place,
      input: files.map(({ what, path }) => `${what}\t${path}\0`).join(''),
    });
    return await gitText(['write-tree'], place);
  } finally {
    await rm(index, { force: true });
  }
}

/**
 * Adds the files of a branch to another that lacks them; those that it has stay as they are, to the byte.
 * The commit is a merge of both, so that git merges later changes of the first branch by itself.
 *
 * @param options.into.commit - where the writer saw the branch
 * @param options.edits - new texts of files that the branch has, by their paths
 * @returns the merge
 * @throws `ConflictError` when the branch has moved since
 */
export async function addMissingFiles(
  store: GitStore,
  name: string,
  options: {
    from: string;
    into: { branch: string; commit: string };
    edits: Readonly<Record<string, string>>;
    commit: CommitInfo;
  },
): Promise<string> {
  const { into, edits, commit } = options;
  const gitDir = store.path(name);
  const from = await store.commitOf(name, options.from);
  const ours = await filesOf(gitDir, into.commit);
  const theirs = await filesOf(gitDir, from);
  const missing = new Set(
    pathsMissing(
      theirs.map(({ path }) => path),
      ours.map(({ path }) => path),
    ),
  );
  const own = await Promise.all(
    ours.map(file => edited(gitDir, file, edits[file.path])),
  );
  const tree = await treeOf(gitDir, [
    ...own,
    ...theirs.filter(({ path }) => missing.has(path)),
  ]);
  const merged = await commitTree(gitDir, tree, commit, [into.commit, from]);
  await moveBranch(gitDir, into.branch, merged, into.commit);
  return merged;
}
