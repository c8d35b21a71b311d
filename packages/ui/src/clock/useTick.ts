import { useSyncExternalStore } from 'react';

class Ticker {
  readonly #listeners = new Set<() => void>();
  readonly #every: number;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(every: number) {
    this.#every = every;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(
      () => this.#listeners.forEach(tell => tell()),
      this.#every,
    );
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  readonly current = () => Math.floor(Date.now() / this.#every);
}

const tickers = new Map<number, Ticker>();

function tickerOf(every: number): Ticker {
  const known = tickers.get(every) ?? new Ticker(every);
  tickers.set(every, known);
  return known;
}

/**
 * Draws a component again whenever so many milliseconds have passed. One timer for each length serves the whole
 * page: a table may show hundreds.
 *
 * @returns a number that changes with each of them
 */
export function useTick(every: number): number {
  const { subscribe, current } = tickerOf(every);
  return useSyncExternalStore(subscribe, current);
}
