const quickMs = 1_000;
const quickPolls = 20;
const quietPolls = 4;
/** Waiting this much longer than a poll takes keeps a large catalog from doing nothing else. */
const restFactor = 5;

/**
 * When to look at the catalog next. Normally every so often; after an import in quick succession
 * until the catalog, which takes seconds to settle, has changed and then kept still.
 */
export class PollPlan {
  readonly #everyMs: number;
  #quickLeft = quickPolls;
  #changed = false;
  #quiet = 0;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  expectChange(): void {
    this.#quickLeft = quickPolls;
    this.#changed = false;
    this.#quiet = 0;
  }

  /** The wait in milliseconds after a poll that took so long. */
  next(outcome: 'changed' | 'same' | 'failed', tookMs: number): number {
    if (outcome === 'changed') {
      // The catalog is in motion, so that more will come.
      this.#quickLeft = quickPolls;
      this.#changed = true;
      this.#quiet = 0;
    } else if (outcome === 'same') {
      this.#quiet += 1;
    }
    const settled = this.#changed && this.#quiet >= quietPolls;
    if (settled || this.#quickLeft === 0) {
      this.#quickLeft = 0;
      return this.#everyMs;
    }
    this.#quickLeft -= 1;
    return Math.min(Math.max(quickMs, restFactor * tookMs), this.#everyMs);
  }
}
