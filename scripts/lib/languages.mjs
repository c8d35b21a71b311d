import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.mjs';

/** What builds and starts the projects that golden paths make, by the Debian packages that bring it. */
const programs = { go: 'golang-go', gofmt: 'golang-go', python3: 'python3' };

function isThere(program, path) {
  return path.split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Fails with one sentence that names the package of what is missing on a PATH. */
export function requireLanguages(path = process.env.PATH ?? '') {
  for (const [program, name] of Object.entries(programs)) {
    if (!isThere(program, path)) {
      throw new Failure(
        `${program} is not on the PATH: install it with "apt-get install ${name}".`,
      );
    }
  }
}
