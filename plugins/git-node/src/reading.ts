import { PassThrough, type Readable } from 'node:stream';
import { InputError, NotFoundError } from '@backstage/errors';
import { checkRef } from './names';
import { GitError, gitText, runGit, startGit } from './runGit';

/** A repository that is there: what people call it, and where it lies. */
export interface Place {
  name: string;
  gitDir: string;
}

/** The commit that a branch or commit names. */
export async function commitAt(
  { name, gitDir }: Place,
  ref: string,
): Promise<string> {
  checkRef(ref);
  const { code, out } = await runGit(
    ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`],
    { gitDir, allowed: [1] },
  );
  if (code === 1) {
    throw new NotFoundError(`${name} has no branch or commit "${ref}"`);
  }
  return out.toString().trim();
}

/**
 * What a file holds at a branch or commit.
 *
 * @param most - bytes; nothing reads it at any size
 */
export async function fileAt(
  place: Place,
  ref: string,
  path: string,
  most?: number,
): Promise<Buffer> {
  checkRef(ref);
  const { name, gitDir } = place;
  const object = `${ref}:${path}`;
  try {
    if (most !== undefined) {
      const size = Number(
        await gitText(['cat-file', '-s', object], { gitDir }),
      );
      if (size > most) {
        throw new InputError(
          `${path} of ${name} has ${size} bytes, of which the portal reads ${most} at most: make it smaller`,
        );
      }
    }
    const { out } = await runGit(['cat-file', 'blob', object], { gitDir });
    return out;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    // Names the branch where that is what is missing.
    await commitAt(place, ref);
    throw new NotFoundError(`${name} has no file ${path} at ${ref}`);
  }
}

/** Paths of all files at a branch or commit. */
export async function filesAt(place: Place, ref: string): Promise<string[]> {
  const commit = await commitAt(place, ref);
  const { out } = await runGit(
    ['ls-tree', '-r', '-z', '--name-only', commit],
    place,
  );
  return out.toString().split('\0').filter(Boolean);
}

/** A tar archive of all files at a branch or commit. */
export async function archiveAt(place: Place, ref: string): Promise<Readable> {
  const commit = await commitAt(place, ref);
  const child = startGit(['archive', '--format=tar', commit], place);
  // What nobody reads before git ends would be lost.
  const archive = child.stdout.pipe(new PassThrough());
  child.on('error', error => archive.destroy(error));
  child.stderr.resume();
  child.stdin.end();
  return archive;
}
