import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { GitStore } from './GitStore';
import { clearUnfinished } from './folder';
import { runGit } from './runGit';

const prefix = 'squadron-git-';

/** Takes away copies that were made before a moment and are still there: whoever made them was stopped. */
export async function clearCopies(before: Date): Promise<void> {
  await clearUnfinished(tmpdir(), before, prefix);
}

/**
 * Does something with a repository of this name that is gone afterwards.
 *
 * @param fill - brings in what it holds
 */
export async function withTemporary<T>(
  name: string,
  fill: (gitDir: string) => Promise<void>,
  work: (copy: GitStore) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), prefix));
  try {
    const copy = new GitStore({ directory });
    const gitDir = copy.path(name);
    await runGit(['init', '--quiet', '--bare', '--template=', gitDir], {
      gitDir,
    });
    await fill(gitDir);
    return await work(copy);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Does something with a copy of a repository, from which nothing comes back: no branch, and no object either. The
 * copy has the branches and reads the objects where they are.
 *
 * @throws `NotFoundError` when there is no such repository
 */
export async function withCopy<T>(
  store: GitStore,
  name: string,
  work: (copy: GitStore) => Promise<T>,
): Promise<T> {
  if (!(await store.has(name))) {
    throw new NotFoundError(`There is no repository ${name}`);
  }
  const source = resolve(store.path(name));
  const fill = async (gitDir: string) => {
    await writeFile(
      join(gitDir, 'objects', 'info', 'alternates'),
      `${join(source, 'objects')}\n`,
    );
    const branches = await runGit(
      ['for-each-ref', '--format=create %(refname) %(objectname)'],
      { gitDir: source },
    );
    await runGit(['update-ref', '--stdin'], { gitDir, input: branches.out });
  };
  return withTemporary(name, fill, work);
}
