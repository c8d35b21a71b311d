interface Failure {
  message: string;
  attempts: number;
  retryAt: number;
}

const MINUTE = 60_000;
const LONGEST_WAIT = 30 * MINUTE;

/**
 * Remembers what failed: the same is said once, and tried again after one minute, two, four and so on, as
 * TechDocs writes an error of its own for each attempt.
 */
export class Failures {
  readonly #failures = new Map<string, Failure>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  isDue(key: string): boolean {
    const failure = this.#failures.get(key);
    return !failure || failure.retryAt <= this.#now().getTime();
  }

  /** Answers whether it is new, so that somebody should be told. */
  add(key: string, message: string): boolean {
    const before = this.#failures.get(key);
    const attempts = (before?.attempts ?? 0) + 1;
    const wait = Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_WAIT);
    this.#failures.set(key, {
      message,
      attempts,
      retryAt: this.#now().getTime() + wait,
    });
    return before?.message !== message;
  }

  clear(key: string): void {
    this.#failures.delete(key);
  }

  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#failures.keys()) {
      if (!keys.has(key)) this.#failures.delete(key);
    }
  }
}
