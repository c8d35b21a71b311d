import type { OrgIndex } from '../domain/OrgIndex';

/** What was made from an index, until there is another one; of too many, the one that was not asked for the longest goes. */
export class IndexCache<T> {
  readonly #most: number;
  #index: OrgIndex | undefined;
  #made = new Map<string, T>();

  constructor(options: { most: number }) {
    this.#most = options.most;
  }

  get(index: OrgIndex, key: string, make: () => T): T {
    if (this.#index !== index) {
      this.#index = index;
      this.#made = new Map();
    }
    const made = this.#made.get(key) ?? make();
    this.#made.delete(key);
    this.#made.set(key, made);
    if (this.#made.size > this.#most) {
      const [oldest] = this.#made.keys();
      this.#made.delete(oldest);
    }
    return made;
  }
}
