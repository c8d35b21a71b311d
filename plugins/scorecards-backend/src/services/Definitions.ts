import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  DefinitionProblem,
  LastGood,
  LastGoodStatus,
  formatProblem,
  hasErrors,
} from '@squadron/backend-kit';
import type { Kpi } from '@squadron/plugin-scorecards-common';

/** A changed file counts at the latest after so long; to read the few files costs milliseconds. */
const freshMs = 2_000;

/** All KPIs at one moment. */
export interface KpiSet {
  kpis: readonly Kpi[];
  byId: ReadonlyMap<string, Kpi>;
  /** The same for two readings of unchanged files. */
  hash: string;
}

function toSet(kpis: readonly Kpi[]): KpiSet {
  return {
    kpis,
    byId: new Map(kpis.map(kpi => [kpi.id, kpi])),
    hash: createHash('sha256').update(JSON.stringify(kpis)).digest('hex'),
  };
}

/** The KPIs as their files are now; while the files are bad, as they last were good. */
export class Definitions {
  readonly #load: () => Promise<{
    kpis: Kpi[];
    problems: readonly DefinitionProblem[];
  }>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #lastGood: LastGood<KpiSet>;
  #reading: { until: number; done: Promise<void> } | undefined;

  constructor(options: {
    load: () => Promise<{
      kpis: Kpi[];
      problems: readonly DefinitionProblem[];
    }>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#load = options.load;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#lastGood = new LastGood(options);
  }

  /** The same object for as long as the files say the same. */
  async get(): Promise<KpiSet> {
    await this.#refresh();
    if (this.#lastGood.value) return this.#lastGood.value;
    const [problem] = this.#lastGood.status().problems;
    throw new ServiceUnavailableError(
      `The KPIs could not be read yet: ${formatProblem(problem)}`,
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
    const { kpis, problems } = await this.#load();
    const read = toSet(kpis);
    const known = this.#lastGood.value;
    const value = known?.hash === read.hash ? known : read;
    const fresh = this.#lastGood.offer({ value, problems });
    for (const problem of fresh) {
      this.#logger.error(`Scorecard files: ${formatProblem(problem)}`);
    }
    if (fresh.length > 0 && hasErrors(problems)) {
      this.#logger.error(
        'The scorecard files are not taken over: the KPIs stay as they last were good until they are put right',
      );
    }
  }
}
