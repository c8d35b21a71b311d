import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { GitStore } from './GitStore';
import { checkRef } from './names';
import { GitError, runGit } from './runGit';

/** A commit in a list of them. */
export interface CommitRecord {
  id: string;
  author: string;
  at: Date;
  /** The first line of its message. */
  subject: string;
}

const log = ['log', '-z', '--format=%H%x1f%an%x1f%aI%x1f%s'];
const looseRef = /^[0-9a-f]{40,64}\n$/;

function recordsOf(out: Buffer): CommitRecord[] {
  const lines = out.toString().split('\0').filter(Boolean);
  return lines.map(line => {
    const [id, author, at, subject] = line.split('\x1f');
    return { id, author, at: new Date(at), subject };
  });
}

/** The latest commits of a repository from one of them on, newest first. */
export async function commitsFrom(
  gitDir: string,
  commit: string,
  most: number,
): Promise<CommitRecord[]> {
  const { out } = await runGit([...log, `--max-count=${most}`, commit], {
    gitDir,
  });
  return recordsOf(out);
}

/** The commits of a branch that have none before them, with their whole messages. */
export async function firstCommits(
  store: GitStore,
  name: string,
  branch: string,
): Promise<{ id: string; message: string }[]> {
  const commit = await store.commitOf(name, branch);
  const { out } = await runGit(
    ['log', '-z', '--format=%H%x1f%B', '--max-parents=0', commit],
    { gitDir: store.path(name) },
  );
  const records = out.toString().split('\0').filter(Boolean);
  return records.map(record => {
    const [id, message] = record.split('\x1f');
    return { id, message };
  });
}

/**
 * The latest commit of a branch in each of several repositories, by their names; without those that lack the branch
 * or have gone. Git is started once for all of them.
 */
export async function latestCommits(
  store: GitStore,
  names: readonly string[],
  branch: string,
): Promise<ReadonlyMap<string, CommitRecord>> {
  checkRef(branch);
  const heads = await Promise.all(
    names.map(async name => ({ name, id: await headOf(store, name, branch) })),
  );
  const found = heads.flatMap(({ name, id }) => (id ? [{ name, id }] : []));
  const records = await read(
    found.map(({ name }) => store.path(name)),
    found.map(({ id }) => id),
  );
  const byId = new Map(records.map(record => [record.id, record]));
  return new Map(
    found.flatMap(({ name, id }) => {
      const record = byId.get(id);
      return record ? [[name, record]] : [];
    }),
  );
}

/** Git writes a branch that moves to a file of its own; only where somebody has packed them it has to be asked. */
async function headOf(
  store: GitStore,
  name: string,
  branch: string,
): Promise<string | undefined> {
  const file = join(store.path(name), 'refs', 'heads', branch);
  const text = await readFile(file, 'utf8').catch(() => '');
  if (looseRef.test(text)) return text.trim();
  return store.commitOf(name, branch).catch(error => {
    if (error instanceof NotFoundError || error instanceof GitError) {
      return undefined;
    }
    throw error;
  });
}

/** Commits that lie in any of these repositories; a missing one is left out. */
async function read(
  gitDirs: readonly string[],
  ids: readonly string[],
): Promise<CommitRecord[]> {
  const [gitDir, ...others] = gitDirs;
  if (gitDir === undefined) return [];
  // Quoted as a path with a colon has to be.
  const objects = others.map(other => JSON.stringify(join(other, 'objects')));
  try {
    const { out } = await runGit(
      [...log, '--no-walk=unsorted', '--ignore-missing', '--stdin'],
      {
        gitDir,
        input: ids.map(id => `${id}\n`).join(''),
        env: { GIT_ALTERNATE_OBJECT_DIRECTORIES: objects.join(':') },
      },
    );
    return recordsOf(out);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    // One that is broken, or has gone meanwhile, hides no other.
    return read(others, ids);
  }
}
