import { useEffect, useSyncExternalStore } from 'react';

/** What is known of something that the backend answers. */
export interface Cached<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  retry: () => void;
}

const freshFor = 30_000;

/**
 * One answer, shared by everything on the page and kept from page to page. It
 * is read again when it is older than 30 seconds, while the old one stays in
 * sight; the browser's own cache turns an unchanged answer into a 304.
 */
class CachedRead<T> {
  readonly #read: () => Promise<T>;
  readonly #listeners = new Set<() => void>();
  #readAt = -Infinity;
  #state: Cached<T>;

  constructor(read: () => Promise<T>) {
    this.#read = read;
    this.#state = { loading: true, retry: () => this.refresh() };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly snapshot = () => this.#state;

  refreshIfOld() {
    if (Date.now() - this.#readAt > freshFor) this.refresh();
  }

  refresh() {
    this.#readAt = Date.now();
    this.#set({ ...this.#state, error: undefined, loading: true });
    this.#read().then(
      value => this.#set({ ...this.#state, value, loading: false }),
      error => {
        this.#readAt = -Infinity;
        this.#set({ ...this.#state, error, loading: false });
      },
    );
  }

  #set(state: Cached<T>) {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}

/** Shares one read for each API instance. */
export function cachedReadOf<TApi extends object, T>(
  read: (api: TApi) => Promise<T>,
) {
  const reads = new WeakMap<TApi, CachedRead<T>>();
  return (api: TApi): CachedRead<T> => {
    const known = reads.get(api) ?? new CachedRead(() => read(api));
    reads.set(api, known);
    return known;
  };
}

/** Follows a shared read from a component. */
export function useCachedRead<T>(read: CachedRead<T>): Cached<T> {
  useEffect(() => read.refreshIfOld(), [read]);
  return useSyncExternalStore(read.subscribe, read.snapshot);
}
