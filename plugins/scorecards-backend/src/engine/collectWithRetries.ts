import { setTimeout as pause } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type { Sample, SamplesAnswer } from '@squadron/plugin-scorecards-common';
import type { CollectedKpi, Collector } from '@squadron/plugin-scorecards-node';
import type { RunLedger } from './RunLedger';
import { untilAborted } from './untilAborted';

/** How often a collector is asked in one run at most. */
export const mostAttempts = 3;
const batchSize = 5_000;

interface CollectOptions {
  collector: Collector;
  kpis: readonly CollectedKpi<unknown>[];
  to: Date;
  ledger: RunLedger;
  record(samples: readonly Sample[]): Promise<SamplesAnswer>;
  logger: LoggerService;
  signal: AbortSignal;
  /** Milliseconds before the second attempt, doubled before each later one. */
  firstPauseMs?: number;
}

interface Attempt {
  answered: ReadonlySet<string>;
  /** What ended it early. */
  failure?: string;
}

/** Records samples in batches as they come. */
class Recorder {
  readonly #options: CollectOptions;
  #waiting: Sample[] = [];

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  async add(samples: readonly Sample[]): Promise<void> {
    this.#waiting.push(...samples);
    if (this.#waiting.length >= batchSize) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    const { ledger, record } = this.#options;
    ledger.recorded(batch, await record(batch));
  }
}

/**
 * Asks a collector for KPIs until all are answered, or to ask again would not help.
 *
 * @returns what ended the last attempt early, if anything did
 */
export async function collectWithRetries(
  options: CollectOptions,
): Promise<{ attempts: number; failure?: string }> {
  const { ledger, signal, firstPauseMs = 2_000 } = options;
  let open = options.kpis;
  let attempts = 0;
  let failure: string | undefined;
  while (attempts < mostAttempts && open.length > 0) {
    if (attempts > 0) {
      const most = firstPauseMs * 2 ** (attempts - 1);
      // Not all replicas and collectors at once.
      const ms = most / 2 + (most / 2) * Math.random();
      await pause(ms, undefined, { signal });
    }
    attempts += 1;
    const { answered, failure: ended } = await collectOnce(options, open);
    signal.throwIfAborted();
    failure = ended;
    open = open.filter(
      ({ kpi }) =>
        ledger.isOpen(kpi.id) &&
        // What a collector passes over, without a failure, is not due.
        (ended !== undefined || answered.has(kpi.id)),
    );
  }
  if (failure !== undefined) {
    for (const { kpi } of open) {
      ledger.answer({
        kpi: kpi.id,
        fault: { kind: 'passing', message: failure },
      });
    }
  }
  return { attempts, failure };
}

async function collectOnce(
  options: CollectOptions,
  kpis: readonly CollectedKpi<unknown>[],
): Promise<Attempt> {
  const { collector, to, ledger, logger } = options;
  const answered = new Set<string>();
  const recorder = new Recorder(options);
  const timeout = AbortSignal.timeout(collector.timeoutSeconds * 1_000);
  const signal = AbortSignal.any([options.signal, timeout]);
  const results = untilAborted(
    () => collector.collect({ kpis, to, signal, logger }),
    signal,
  );
  for (;;) {
    const next = await nextOf(results);
    if ('failure' in next) {
      await recorder.flush();
      const failure = timeout.aborted
        ? `It did not end within ${collector.timeoutSeconds} s: make the timeout longer or ask for less`
        : next.failure;
      return { answered, failure };
    }
    if (next.done) break;
    ledger.answer(next.value);
    answered.add(next.value.kpi);
    await recorder.add(next.value.samples ?? []);
  }
  await recorder.flush();
  return { answered };
}

/** Tells what the collector does wrong from what goes wrong with its samples. */
async function nextOf<T>(
  iterator: AsyncIterator<T, void>,
): Promise<IteratorResult<T, void> | { failure: string }> {
  try {
    return await iterator.next();
  } catch (error) {
    assertError(error);
    return { failure: error.message };
  }
}
