import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { InputError, assertError } from '@backstage/errors';
import { CsvRow, readCsv } from '@squadron/backend-kit';
import type { SamplesAnswer } from '@squadron/plugin-scorecards-common';
import type {
  ImportLease,
  ImportStore,
  StoredImport,
} from '../database/ImportStore';
import type { SampleCommands } from '../services/SampleCommands';

/** The most rows that a file may have. */
const mostRows = 1_000_000;
const leaseMs = 120_000;
const keptMs = 14 * 86_400_000;
const mostStarts = 3;
const mostErrors = 1_000;
const previewRows = 20;

const required = ['kpi', 'entity', 'at'] as const;
const numbers = ['value', 'good', 'bad', 'total', 'sum', 'count'] as const;
const optional = ['unit', ...numbers] as const;

type Row = CsvRow<(typeof required)[number], (typeof optional)[number]>;

/** Thrown when the import has been cancelled, or taken over by another replica. */
class NotOurs extends Error {}

/** A row as somebody would push it. What is no number stays text, so that the check says so. */
function toSample({ record }: Row) {
  const { kpi, entity, at, unit } = record;
  const given = numbers.flatMap(name => {
    const text = record[name];
    if (!text) return [];
    const number = Number(text);
    return [[name, Number.isNaN(number) ? text : number]];
  });
  return {
    kpi,
    entity,
    at,
    ...(unit && { unit }),
    ...Object.fromEntries(given),
  };
}

function add(a: SamplesAnswer, b: SamplesAnswer): SamplesAnswer {
  return {
    accepted: a.accepted + b.accepted,
    unchanged: a.unchanged + b.unchanged,
    corrected: a.corrected + b.corrected,
    rejected: a.rejected + b.rejected,
    errors: [...a.errors, ...b.errors].slice(0, mostErrors),
  };
}

interface WorkerOptions {
  imports: ImportStore;
  samples: Pick<SampleCommands, 'check' | 'dryRun' | 'record'>;
  logger: LoggerService;
  now: () => Date;
}

/** Checks and imports files in the background, in batches, and goes on where a dead replica stopped. */
export class ImportWorker {
  readonly #options: WorkerOptions;
  #working: Promise<void> | undefined;
  #isAsked = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'imports',
      frequency: { seconds: 30 },
      timeout: { hours: 2 },
      scope: 'global',
      fn: async () => {
        await this.#options.imports.prune(this.#now() - keptMs);
        await this.soon();
      },
    });
  }

  /** Does what there is to do; resolves when nothing is left. */
  soon(): Promise<void> {
    this.#isAsked = true;
    this.#working ??= this.#workOff().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  async #workOff(): Promise<void> {
    // Who has ordered it waits for the answer, not for the work.
    await setImmediate();
    while (this.#isAsked) {
      this.#isAsked = false;
      try {
        while (await this.#workOne());
      } catch (error) {
        assertError(error);
        this.#options.logger.error(
          'An import stopped; it goes on in two minutes',
          error,
        );
      }
    }
  }

  async #workOne(): Promise<boolean> {
    const lease = this.#lease(randomUUID());
    const item = await this.#options.imports.take(lease, this.#now());
    if (item) await this.#work(item, lease);
    return item !== undefined;
  }

  async #work(item: StoredImport, lease: ImportLease): Promise<void> {
    const { imports } = this.#options;
    const state = item.state === 'checking' ? 'checked' : 'done';
    try {
      if (item.starts > mostStarts) {
        throw new InputError(
          `The work on it stopped ${mostStarts} times before its end: split the file, and look at the log of the portal`,
        );
      }
      await this.#read(item, lease);
      await imports.finish(item, lease, { state });
    } catch (error) {
      if (error instanceof NotOurs) return;
      // What is not the fault of the file may work the next time.
      if (!(error instanceof InputError)) throw error;
      const problem = error.message;
      await imports.finish(item, lease, { state: 'failed', problem });
    }
  }

  async #read(item: StoredImport, { worker }: ImportLease): Promise<void> {
    const { imports } = this.#options;
    const done = item.progress;
    let seen = 0;
    const { rows } = await readCsv(this.#text(item.id), {
      columns: { required, optional },
      maxRows: mostRows,
      onRows: async batch => {
        seen += batch.length;
        if (seen <= done) return;
        await this.#take(item, batch);
        item.progress = seen;
        item.rows = Math.max(item.rows, seen);
        if (!(await imports.save(item, this.#lease(worker))))
          throw new NotOurs();
      },
    });
    item.rows = rows;
  }

  async *#text(id: string): AsyncGenerator<string> {
    for (const part of await this.#options.imports.parts(id)) {
      const text = await this.#options.imports.part(id, part);
      if (text === undefined) throw new NotOurs();
      yield text;
    }
  }

  async #take(item: StoredImport, batch: Row[]): Promise<void> {
    const { samples } = this.#options;
    const groups = new Set(item.groups);
    const may = (group: string) => groups.has(group);
    const rows = batch.map(toSample);
    const indexes = batch.map(({ line }) => line);
    const who = { source: 'csv', by: item.createdBy };
    if (item.state === 'importing') {
      const answer = await samples.record(rows, who, may, { indexes });
      item.result = add(item.result, answer);
      return;
    }
    if (item.progress === 0)
      item.preview = await this.#preview(batch, may, who);
    const { good, rejected, errors } = await samples.check(rows, may, {
      indexes,
    });
    const checked = { accepted: good, unchanged: 0, corrected: 0 };
    item.result = add(item.result, { ...checked, rejected, errors });
  }

  /** How the first rows are understood and would be judged. */
  async #preview(
    batch: Row[],
    may: (group: string) => boolean,
    who: { source: string; by: string },
  ): Promise<StoredImport['preview']> {
    const first = batch.slice(0, previewRows);
    const { errors, verdicts } = await this.#options.samples.dryRun(
      first.map(toSample),
      who,
      may,
    );
    return first.map(({ line, record: { kpi, entity, at } }, place) => ({
      line,
      kpi,
      entity,
      at,
      text: verdicts.find(({ index }) => index === place)?.reason ?? '',
      problem: errors.find(({ index }) => index === place)?.message,
    }));
  }

  #lease(worker: string): ImportLease {
    return { worker, until: this.#now() + leaseMs };
  }

  #now(): number {
    return this.#options.now().getTime();
  }
}
