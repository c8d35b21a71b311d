import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The process that holds a lock file, or undefined when nobody does. */
export function holderOf(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return pid > 0 && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a lock file, or answers undefined when another process holds it. The
 * lock may be handed to a child, so that it outlives this process with it.
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return {
        release: () => rmSync(path, { force: true }),
        handTo: pid => writeFileSync(path, String(pid)),
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (holderOf(path)) return undefined;
      rmSync(path, { force: true });
    }
  }
  return undefined;
}
