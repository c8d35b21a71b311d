import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import createLimiter from 'p-limit';

const WRITE_AT_ONCE = 16;

/** Writes files into an empty folder, many at once. */
export class SiteWriter {
  readonly #root: string;
  readonly #limit = createLimiter(WRITE_AT_ONCE);
  readonly #folders = new Map<string, Promise<unknown>>();
  readonly #written: string[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** Paths of all files so far, sorted. */
  get files(): string[] {
    return [...this.#written].sort();
  }

  /** The content is asked for when its turn comes, so that only a few files are in memory. */
  write(path: string, content: () => string): Promise<void> {
    return this.#put(path, target => writeFile(target, content()));
  }

  copy(path: string, from: string): Promise<void> {
    return this.#put(path, target => copyFile(from, target));
  }

  #put(path: string, put: (target: string) => Promise<void>): Promise<void> {
    return this.#limit(async () => {
      const target = join(this.#root, path);
      await this.#ensure(dirname(target));
      await put(target);
      this.#written.push(path);
    });
  }

  #ensure(folder: string): Promise<unknown> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const made = mkdir(folder, { recursive: true });
    this.#folders.set(folder, made);
    return made;
  }
}
