import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exists, suffix } from './folder';
import { readUntil } from './keeping';

/**
 * Takes a repository away in one step; it stays beside the others, hidden, until somebody deletes it there.
 *
 * @returns where it lies now
 */
export async function moveAway(gitDir: string): Promise<string> {
  const trash = join(dirname(gitDir), '.removed');
  await mkdir(trash, { recursive: true });
  const name = `${basename(gitDir, suffix)}-${randomUUID()}${suffix}`;
  const away = join(trash, name);
  await rename(gitDir, away);
  return away;
}

/**
 * Takes a repository away unless its end is another now.
 *
 * @param until - its end, as it was read
 * @param afterwards - takes away what else goes with it, also where it has gone already; when that fails, the
 *   repository comes back
 * @returns whether it has gone
 */
export async function moveAwayUnkept(
  gitDir: string,
  until: Date,
  afterwards: () => Promise<void>,
): Promise<boolean> {
  if (!(await exists(gitDir))) {
    await afterwards();
    return true;
  }
  // Nobody can change the end of what is not in its place, so it is read only there.
  const away = await moveAway(gitDir);
  let hasGone = false;
  try {
    const end = await readUntil(away);
    if (end?.getTime() === until.getTime()) {
      await afterwards();
      hasGone = true;
    }
  } finally {
    if (!hasGone) await rename(away, gitDir);
  }
  return hasGone;
}
