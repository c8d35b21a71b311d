import { RenderedPage } from '../render/types';

const MOST_CHARACTERS = 64 * 1024 * 1024;

/** Rendered pages by what they were made of; those not asked for the longest go first. */
export class PageCache {
  readonly #pages = new Map<string, { page: RenderedPage; size: number }>();
  readonly #most: number;
  #size = 0;

  constructor(most = MOST_CHARACTERS) {
    this.#most = most;
  }

  get(key: string): RenderedPage | undefined {
    const found = this.#pages.get(key);
    if (!found) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, found);
    return found.page;
  }

  set(key: string, page: RenderedPage): void {
    const text = page.sections.reduce((sum, each) => sum + each.text.length, 0);
    const size = page.html.length + text;
    // Two builds at once may render the same page.
    this.#size += size - (this.#pages.get(key)?.size ?? 0);
    this.#pages.delete(key);
    this.#pages.set(key, { page, size });
    for (const [oldest, { size: freed }] of this.#pages) {
      if (this.#size <= this.#most || oldest === key) break;
      this.#pages.delete(oldest);
      this.#size -= freed;
    }
  }
}
