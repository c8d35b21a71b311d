import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readUntil } from './keeping';

const suffix = '.git';

/** What goes together with a repository that nobody has kept. */
export interface Ending {
  /** Its end, as it was read. */
  until: Date;
  /** What else is taken away once it has gone; when that fails, the repository comes back. */
  afterwards: () => Promise<void>;
}

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
 * @returns whether it has gone
 */
export async function moveAwayUnkept(
  gitDir: string,
  { until, afterwards }: Ending,
): Promise<boolean> {
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
