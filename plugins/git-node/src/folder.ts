import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import { checkRepositoryName, isRepositoryName } from './names';

/** What the folder of each repository ends with. */
export const suffix = '.git';

/** Where a repository lies in a folder of them, or would. */
export function gitDirOf(directory: string, name: string): string {
  checkRepositoryName(name);
  return join(directory, `${name}${suffix}`);
}

/** Names of all repositories in a folder, sorted. */
export async function repositoriesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory).catch(ifMissing([]));
  return entries
    .filter(entry => entry.endsWith(suffix))
    .map(entry => entry.slice(0, -suffix.length))
    .filter(isRepositoryName)
    .sort();
}

/** Whether something lies at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, ifMissing(false));
}

/** Whether a folder could not be moved because its place is taken. */
export function isTaken(error: unknown): boolean {
  return (
    isError(error) && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')
  );
}

const unfinished = '.new-';

/** A place beside the others for something that is moved to its own place when it is whole. */
export function unfinishedIn(directory: string): string {
  return join(directory, `${unfinished}${randomUUID()}`);
}

/**
 * Takes away what was begun before a moment and never finished: whoever did it was stopped.
 *
 * @param prefix - what its names begin with
 */
export async function clearUnfinished(
  directory: string,
  before: Date,
  prefix = unfinished,
): Promise<void> {
  const entries = await readdir(directory).catch(ifMissing([]));
  for (const entry of entries) {
    if (!entry.startsWith(prefix)) continue;
    const path = join(directory, entry);
    const begun = await stat(path).catch(ifMissing(undefined));
    if (begun && begun.mtime < before) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

function ifMissing<T>(answer: T): (error: unknown) => T {
  return error => {
    if (isError(error) && error.code === 'ENOENT') return answer;
    throw error;
  };
}
