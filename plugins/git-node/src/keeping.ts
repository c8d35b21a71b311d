import { gitText, runGit } from './runGit';

const creatorKey = 'squadron.creator';
const untilKey = 'squadron.until';

async function read(gitDir: string, key: string): Promise<string> {
  const { out } = await runGit(['config', '--default=', key], {
    gitDir,
    allowed: [1],
  });
  return out.toString().trim();
}

/** Who makes a repository, and for how long. */
export interface Making {
  /** On whose behalf, such as a task of the scaffolder. */
  creator: string;
  /** It goes then unless it is kept; it stays when left out. */
  until?: Date;
}

/** Notes in a repository on whose behalf it is made, and until when it stays unless it is kept. */
export async function noteMaking(
  gitDir: string,
  { creator, until }: Making,
): Promise<void> {
  await gitText(['config', creatorKey, creator], { gitDir });
  if (until)
    await gitText(['config', untilKey, until.toISOString()], { gitDir });
}

/** On whose behalf a repository was made; empty when nothing says so. */
export function readCreator(gitDir: string): Promise<string> {
  return read(gitDir, creatorKey);
}

/** Until when a repository stays; nothing for one that is kept. */
export async function readUntil(gitDir: string): Promise<Date | undefined> {
  const text = await read(gitDir, untilKey);
  return text ? new Date(text) : undefined;
}

/** From now on a repository stays. */
export async function forgetUntil(gitDir: string): Promise<void> {
  const notThere = 5;
  await runGit(['config', '--unset', untilKey], {
    gitDir,
    allowed: [notThere],
  });
}
