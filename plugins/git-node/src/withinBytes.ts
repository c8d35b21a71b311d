import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';

/** A repository takes more room than the portal gives it. */
export class TooLargeError extends InputError {}

const lookAgainMs = 200;

/**
 * Does something that fills a folder, and ends it as soon as there is more in there than allowed: what a host sends
 * says nowhere how much it is going to be.
 *
 * @param work - ends when its signal says so
 * @throws `TooLargeError` when it was more
 */
export async function withinBytes<T>(
  folder: string,
  most: number,
  failure: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const check = async () => {
    if ((await bytesIn(folder)) > most) stop.abort(new TooLargeError(failure));
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(check);
  }, lookAgainMs);
  try {
    const done = await work(stop.signal);
    await looking;
    await check();
    stop.signal.throwIfAborted();
    return done;
  } finally {
    clearInterval(timer);
    await looking;
  }
}

/** What comes and goes meanwhile counts as nothing. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) =>
        stat(join(parentPath, name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
