import { randomUUID } from 'node:crypto';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type {
  Kpi,
  Sample,
  SamplesAnswer,
} from '@squadron/plugin-scorecards-common';
import type { CollectedKpi, Collector } from '@squadron/plugin-scorecards-node';
import type { RunStore, StoredRun } from '../database/RunStore';
import { groupsWith } from '../domain/applicable';
import type { Definitions } from '../services/Definitions';
import type { Directory } from '../services/Directory';
import type { SampleCommands } from '../services/SampleCommands';
import { collectWithRetries, mostAttempts } from './collectWithRetries';
import { RunLedger } from './RunLedger';

const mostPastMs = 7 * 86_400_000;
const keptMs = 30 * 86_400_000;
const leaseMs = 60_000;

/** Told which KPIs a collector could not measure, and which it can again. */
export interface ProblemReporter {
  report(problems: ReadonlyMap<string, string | undefined>): Promise<void>;
}

type AskedKpi = Omit<CollectedKpi<unknown>, 'source'>;

/** A run that has begun. */
export interface BegunRun {
  run: StoredRun;
  /** Does the work; what comes back is the run with its end. */
  done(signal?: AbortSignal): Promise<StoredRun>;
}

interface RunnerOptions {
  collectors: readonly Collector[];
  definitions: Pick<Definitions, 'get'>;
  directory: Pick<Directory, 'tree'>;
  samples: Pick<SampleCommands, 'record'>;
  problems: ProblemReporter;
  runs: RunStore;
  logger: LoggerService;
  now: () => Date;
  /** Milliseconds before the second attempt, doubled before each later one. */
  firstPauseMs?: number;
}

/** Whether a KPI is this collector's to measure. */
export function isMeasuredBy({ source }: Kpi, collector: Collector): boolean {
  const { type, instance = source.instance } = collector;
  return source.type === type && source.instance === instance;
}

/** Which of its turns of one cadence a KPI is in. */
function turnOf({ cadenceSeconds }: Kpi, ms: number): number {
  return Math.floor(ms / 1_000 / Math.max(1, cadenceSeconds));
}

/** Reads the sources; the ledger hears of those that the collector does not understand. */
function readSources(
  collector: Collector,
  asked: readonly AskedKpi[],
  ledger: RunLedger,
): CollectedKpi<unknown>[] {
  return asked.flatMap(each => {
    const source = collector.schema.safeParse(each.kpi.source);
    if (source.success) return { ...each, source: source.data };
    const [{ path, message }] = source.error.issues;
    const field = path.length > 0 ? `"${path.join('.')}": ` : '';
    ledger.answer({
      kpi: each.kpi.id,
      fault: {
        kind: 'lasting',
        message: `${collector.title} does not understand the source in ${each.kpi.place}: ${field}${message}`,
      },
    });
    return [];
  });
}

/** Runs collectors: on time, once at a time on all replicas, again where it may help, with a record of each run. */
export class CollectorRunner {
  readonly #options: RunnerOptions;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Runs each collector in its rhythm, on one replica at a time. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    for (const collector of this.#options.collectors) {
      await scheduler.scheduleTask({
        id: `collect-${collector.id}`,
        frequency: { seconds: collector.everySeconds },
        // All attempts with the pauses between them.
        timeout: {
          seconds: collector.timeoutSeconds * (mostAttempts + 1) + 60,
        },
        initialDelay: { seconds: 5 },
        scope: 'global',
        fn: async signal => {
          const run = await this.begin(collector, 'schedule');
          await run?.done(signal);
        },
      });
    }
  }

  /**
   * Begins a run, unless the collector runs already or nothing is due.
   *
   * @param trigger - `schedule`, or who wants it now
   */
  async begin(
    collector: Collector,
    trigger: string,
  ): Promise<BegunRun | undefined> {
    const now = this.#now();
    const asked = await this.#dueKpis(collector, trigger, now);
    if (asked.length === 0 && trigger === 'schedule') return undefined;
    const run: StoredRun = {
      id: randomUUID(),
      collector: collector.id,
      state: 'running',
      trigger,
      startedAt: now,
      attempts: 1,
      kpis: asked.length,
      answered: 0,
      accepted: 0,
      rejected: 0,
      problems: [],
    };
    if (!(await this.#options.runs.begin(run, now + leaseMs))) return undefined;
    return {
      run,
      done: signal => this.#finish(collector, run, asked, signal),
    };
  }

  async #dueKpis(
    collector: Collector,
    trigger: string,
    now: number,
  ): Promise<AskedKpi[]> {
    const { kpis } = await this.#options.definitions.get();
    const own = kpis.filter(kpi => isMeasuredBy(kpi, collector));
    if (own.length === 0) return [];
    const tree = await this.#options.directory.tree();
    const until = await this.#options.runs.collectedUntil(
      own.map(({ id }) => id),
    );
    return own.flatMap(kpi => {
      const known = until.get(kpi.id);
      const isDue =
        trigger !== 'schedule' ||
        collector.everyRun ||
        known === undefined ||
        turnOf(kpi, now) > turnOf(kpi, known);
      if (!isDue) return [];
      const entities = groupsWith(kpi, tree);
      // Soon after a first start the tree has few groups yet.
      const hasNobody =
        entities.length === 0 && kpi.appliesTo.to !== 'components';
      if (hasNobody) return [];
      const from = new Date(Math.max(known ?? 0, now - mostPastMs));
      return { kpi, from, entities };
    });
  }

  async #finish(
    collector: Collector,
    run: StoredRun,
    asked: readonly AskedKpi[],
    signal = new AbortController().signal,
  ): Promise<StoredRun> {
    const { runs, logger, problems, firstPauseMs } = this.#options;
    const ledger = new RunLedger();
    const lease = this.#holdLease(run);
    const both = AbortSignal.any([signal, lease.signal]);
    try {
      const { attempts, failure } = await collectWithRetries({
        collector,
        kpis: readSources(collector, asked, ledger),
        to: new Date(run.startedAt),
        ledger,
        record: samples => this.#record(collector, samples),
        logger,
        signal: both,
        firstPauseMs,
      });
      await runs.setCollected(ledger.settled(), run.startedAt);
      await problems.report(ledger.problems());
      return await this.#close(
        ledger.close({ ...run, attempts }, this.#now(), failure),
      );
    } catch (error) {
      assertError(error);
      if (both.aborted) {
        const message = 'The run was stopped before its end';
        return await this.#close(ledger.close(run, this.#now(), message));
      }
      const message = `The run did not come to its end: ${error.message}`;
      logger.error(`${collector.id}: ${message}`, error);
      const ended = ledger.close(run, this.#now(), message);
      return await this.#close({ ...ended, state: 'failed' });
    } finally {
      lease.release();
    }
  }

  /** Renews the lease of a run; its signal is aborted when another replica has taken the collector over. */
  #holdLease(run: StoredRun): { signal: AbortSignal; release(): void } {
    const { runs, logger } = this.#options;
    const lost = new AbortController();
    const renew = async () => {
      try {
        const isHeld = await runs.renew(run, this.#now() + leaseMs);
        if (!isHeld) lost.abort();
      } catch (error) {
        logger.warn(`The lease of ${run.collector} is not renewed: ${error}`);
      }
    };
    const timer = setInterval(renew, leaseMs / 4).unref();
    return { signal: lost.signal, release: () => clearInterval(timer) };
  }

  async #close(run: StoredRun): Promise<StoredRun> {
    await this.#options.runs.finish(run);
    await this.#options.runs.prune(run.startedAt - keptMs);
    return run;
  }

  #record(
    collector: Collector,
    batch: readonly Sample[],
  ): Promise<SamplesAnswer> {
    const who = { source: collector.id, by: `collector:${collector.id}` };
    return this.#options.samples.record(batch, who, () => true);
  }

  #now(): number {
    return this.#options.now().getTime();
  }
}
