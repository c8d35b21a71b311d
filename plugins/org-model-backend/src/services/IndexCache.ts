import type { OrgIndex } from '../domain/OrgIndex';

/** What was made from an index, until there is another one. */
export class IndexCache<T> {
  readonly #most: number;
  #index: OrgIndex | undefined;
  #made = new Map<string, T>();

  constructor(options: { most: number }) {
    this.#most = options.most;
  }

  get(index: OrgIndex, key: string, make: () => T): T {
    if (this.#index !== index || this.#made.size >= this.#most) {
      this.#index = index;
      this.#made = new Map();
    }
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#made.set(key, made);
    return made;
  }
}
