import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  LastGood,
  LastGoodStatus,
  formatProblem,
  hasErrors,
} from '@squadron/backend-kit';
import type {
  Checklist,
  CompiledChecklists,
} from '@squadron/plugin-org-model-node';

/** A changed file counts at the latest after so long; to read the few files costs milliseconds. */
const freshMs = 2_000;

/** The checklists as their files are now; while the files are bad, as they last were good. */
export class OnboardingDefinitions {
  readonly #load: () => Promise<CompiledChecklists>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #lastGood: LastGood<readonly Checklist[]>;
  #reading: { until: number; done: Promise<void> } | undefined;

  constructor(options: {
    load: () => Promise<CompiledChecklists>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#load = options.load;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#lastGood = new LastGood(options);
  }

  async checklists(): Promise<readonly Checklist[]> {
    await this.#refresh();
    if (this.#lastGood.value) return this.#lastGood.value;
    const [problem] = this.#lastGood.status().problems;
    throw new ServiceUnavailableError(
      `The checklists could not be read yet: ${formatProblem(problem)}`,
    );
  }

  async status(): Promise<LastGoodStatus> {
    await this.#refresh();
    return this.#lastGood.status();
  }

  async #refresh(): Promise<void> {
    const now = this.#now().getTime();
    if (!this.#reading || this.#reading.until < now) {
      this.#reading = { until: now + freshMs, done: this.#read() };
    }
    return this.#reading.done;
  }

  async #read(): Promise<void> {
    const { checklists, problems } = await this.#load();
    const fresh = this.#lastGood.offer({ value: checklists, problems });
    for (const problem of fresh) {
      this.#logger.error(`Onboarding files: ${formatProblem(problem)}`);
    }
    if (fresh.length > 0 && hasErrors(problems)) {
      this.#logger.error(
        'The onboarding files are not taken over: the checklists stay as they last were good until they are put right',
      );
    }
  }
}
