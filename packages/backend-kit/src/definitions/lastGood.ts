import { DefinitionProblem, formatProblem, hasErrors } from './problems';

/** How the definitions in use stand to those in the files. */
export interface LastGoodStatus {
  /** `ok`; `stale`: the files are bad, what was read before stays in use; `empty`: nothing was ever read. */
  status: 'ok' | 'stale' | 'empty';
  checkedAt?: string;
  /** When what is in use was read. */
  lastGoodAt?: string;
  problems: DefinitionProblem[];
}

/** Keeps the last definitions that were good, and knows which problems are new. */
export class LastGood<T> {
  readonly #now: () => Date;
  #value: T | undefined;
  #checkedAt: string | undefined;
  #lastGoodAt: string | undefined;
  #problems: DefinitionProblem[] = [];
  #reported = new Set<string>();

  constructor(options: { now?: () => Date } = {}) {
    this.#now = options.now ?? (() => new Date());
  }

  /** The last good value, if there ever was one. */
  get value(): T | undefined {
    return this.#value;
  }

  /**
   * Takes what was just read. A value with errors is not kept. Answers with the problems that
   * the previous reading did not have, so that a log says each of them once.
   */
  offer(read: { value?: T; problems: readonly DefinitionProblem[] }) {
    this.#checkedAt = this.#now().toISOString();
    this.#problems = [...read.problems];
    if (read.value !== undefined && !hasErrors(read.problems)) {
      this.#value = read.value;
      this.#lastGoodAt = this.#checkedAt;
    }
    const fresh = this.#problems.filter(
      problem => !this.#reported.has(formatProblem(problem)),
    );
    this.#reported = new Set(this.#problems.map(formatProblem));
    return fresh;
  }

  /** The state that people and monitors are told. */
  status(): LastGoodStatus {
    const isBad = hasErrors(this.#problems);
    const kept = isBad ? 'stale' : 'ok';
    return {
      status: this.#lastGoodAt === undefined ? 'empty' : kept,
      checkedAt: this.#checkedAt,
      lastGoodAt: this.#lastGoodAt,
      problems: this.#problems,
    };
  }
}
