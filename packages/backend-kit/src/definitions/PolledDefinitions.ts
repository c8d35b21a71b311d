import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { LastGood, type LastGoodStatus } from './lastGood';
import { DefinitionProblem, formatProblem, hasErrors } from './problems';

/** A changed file counts at the latest after so long; to read the few files costs milliseconds. */
const freshMs = 2_000;

interface PolledOptions<T> {
  load: () => Promise<{ value?: T; problems: readonly DefinitionProblem[] }>;
  /** What the definitions are, in messages: `KPIs`. */
  content: string;
  /** What their files are called: `scorecard files`. */
  files: string;
  logger: LoggerService;
  now: () => Date;
}

/** Definitions as their files are now; while the files are bad, as they last were good. */
export class PolledDefinitions<T> {
  readonly #options: PolledOptions<T>;
  readonly #lastGood: LastGood<T>;
  #reading: { until: number; done: Promise<void> } | undefined;

  constructor(options: PolledOptions<T>) {
    this.#options = options;
    this.#lastGood = new LastGood(options);
  }

  /** @throws `ServiceUnavailableError` with the first problem when the files never were good */
  async get(): Promise<T> {
    await this.#refresh();
    if (this.#lastGood.value !== undefined) return this.#lastGood.value;
    const [problem] = this.#lastGood.status().problems;
    throw new ServiceUnavailableError(
      `The ${this.#options.content} could not be read yet: ${formatProblem(problem)}`,
    );
  }

  async status(): Promise<LastGoodStatus> {
    await this.#refresh();
    return this.#lastGood.status();
  }

  async #refresh(): Promise<void> {
    const now = this.#options.now().getTime();
    if (!this.#reading || this.#reading.until < now) {
      this.#reading = { until: now + freshMs, done: this.#read() };
    }
    return this.#reading.done;
  }

  async #read(): Promise<void> {
    const { load, content, files, logger } = this.#options;
    const { value, problems } = await load();
    const fresh = this.#lastGood.offer({ value, problems });
    for (const problem of fresh) {
      logger.error(`In the ${files}: ${formatProblem(problem)}`);
    }
    if (fresh.length > 0 && hasErrors(problems)) {
      logger.error(
        `The ${files} are not taken over: the ${content} stay as they last were good until they are put right`,
      );
    }
  }
}
