import { accessSync, constants } from 'node:fs';
import { Failure } from './failure.mjs';

const DEBIAN = '/usr/bin/chromium';

/** The browser of the browser tests; a missing one is a failure that names its package. */
export function requireChromium(path = process.env.CHROMIUM_PATH ?? DEBIAN) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    throw new Failure(
      `Chromium is not at ${path}: install it with "apt-get install chromium", or name another with the variable CHROMIUM_PATH.`,
    );
  }
}
