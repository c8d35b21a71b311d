import { setImmediate } from 'node:timers/promises';
import type {
  SampleError,
  SamplesAnswer,
  Verdict,
} from '@squadron/plugin-scorecards-common';
import type { DaySum } from '../database/DayStore';
import type { VerdictDatabase } from '../database/VerdictDatabase';
import { dayOf } from '../domain/day';
import { judge } from '../domain/judge';
import { firstChunkSize, nextChunkSize } from './chunkSize';
import type { Definitions } from './Definitions';
import type { Directory } from './Directory';
import { GoodSample, SampleChecker, isRowFault } from './SampleChecker';
import { ChunkOutcome, recordChunk } from './SampleRecorder';
import type { RecordedBy } from './compareSamples';

const mostErrors = 1_000;
const checkedAtOnce = 250;

interface IndexedSample extends GoodSample {
  index: number;
}

export interface RecordOptions {
  /** Places of the rows where they come from, to be told in errors; from 0 when left out. */
  indexes?: readonly number[];
}

/** What would become of a sample. */
export interface RehearsedVerdict {
  index: number;
  verdict: Verdict;
  text: string;
  reason: string;
}

/** Takes samples over: the one way in, for the API, collectors, files and sample data. */
export class SampleCommands {
  readonly #options: {
    database: VerdictDatabase;
    definitions: Pick<Definitions, 'get'>;
    directory: Directory;
    rollUp: { soon(): void };
    now: () => Date;
  };

  constructor(options: {
    database: VerdictDatabase;
    definitions: Pick<Definitions, 'get'>;
    directory: Directory;
    /** Told when something has changed. */
    rollUp: { soon(): void };
    now: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * Takes the good ones of the rows over and judges what they touch. Each chunk is kept as a whole or
   * not at all; to send everything again does no harm.
   *
   * @param may - whether samples of what a group owns may be brought in
   */
  async record(
    rows: readonly unknown[],
    who: RecordedBy,
    may: (group: string) => boolean,
    { indexes }: RecordOptions = {},
  ): Promise<SamplesAnswer> {
    const { samples, ...rejected } = await this.#check(rows, may, indexes);
    const counts = await this.#inChunks(samples, chunk =>
      this.#options.database.write(stores =>
        recordChunk(stores, chunk, { ...who, now: this.#now() }),
      ),
    );
    if (counts.accepted + counts.corrected > 0) this.#options.rollUp.soon();
    return { ...counts, ...rejected };
  }

  /** Says what {@link record} would answer and how each good row would be judged; keeps nothing. */
  async dryRun(
    rows: readonly unknown[],
    who: RecordedBy,
    may: (group: string) => boolean,
    { indexes }: RecordOptions = {},
  ): Promise<SamplesAnswer & { verdicts: RehearsedVerdict[] }> {
    const { samples, ...rejected } = await this.#check(rows, may, indexes);
    const verdicts: RehearsedVerdict[] = [];
    const counts = await this.#inChunks(samples, async chunk => {
      const outcome = await this.#options.database.rehearse(stores =>
        recordChunk(stores, chunk, {
          ...who,
          now: this.#now(),
          judgeAll: true,
        }),
      );
      verdicts.push(...verdictsOf(chunk, outcome.windows));
      return outcome;
    });
    verdicts.sort((a, b) => a.index - b.index);
    return { ...counts, ...rejected, verdicts };
  }

  /** Says which rows are good, without a look at what is there already. */
  async check(
    rows: readonly unknown[],
    may: (group: string) => boolean,
    { indexes }: RecordOptions = {},
  ): Promise<{ good: number; rejected: number; errors: SampleError[] }> {
    const { samples, ...rejected } = await this.#check(rows, may, indexes);
    return { good: samples.length, ...rejected };
  }

  #now(): number {
    return this.#options.now().getTime();
  }

  async #check(
    rows: readonly unknown[],
    may: (group: string) => boolean,
    indexes: readonly number[] | undefined,
  ) {
    const { definitions, directory } = this.#options;
    const checker = new SampleChecker({
      kpis: await definitions.get(),
      tree: await directory.tree(),
      entities: await directory.resolve(entityTextsOf(rows)),
      directory,
      now: this.#now(),
      may,
    });
    const samples: IndexedSample[] = [];
    const errors: SampleError[] = [];
    let rejected = 0;
    for (const [at, row] of rows.entries()) {
      if (at > 0 && at % checkedAtOnce === 0) await setImmediate();
      const result = await checker.check(row);
      const index = indexes?.[at] ?? at;
      if (!isRowFault(result)) {
        samples.push({ ...result, index });
        continue;
      }
      rejected += 1;
      if (errors.length < mostErrors) errors.push({ index, ...result });
    }
    return { samples, rejected, errors };
  }

  /** Works on the samples in chunks, with room for others in between. */
  async #inChunks(
    samples: readonly IndexedSample[],
    work: (chunk: readonly IndexedSample[]) => Promise<ChunkOutcome>,
  ) {
    const sorted = inOrder(samples);
    const counts = { accepted: 0, unchanged: 0, corrected: 0 };
    const { isSynchronous } = this.#options.database;
    let size = firstChunkSize(isSynchronous);
    for (let from = 0; from < sorted.length;) {
      await setImmediate();
      const chunk = sorted.slice(from, from + size);
      from += chunk.length;
      const start = process.cpuUsage();
      const outcome = await work(chunk);
      const { user, system } = process.cpuUsage(start);
      if (isSynchronous) {
        size = nextChunkSize(chunk.length, (user + system) / 1_000);
      }
      counts.accepted += outcome.accepted;
      counts.unchanged += outcome.unchanged;
      counts.corrected += outcome.corrected;
    }
    return counts;
  }
}

function* entityTextsOf(rows: readonly unknown[]): Iterable<string> {
  for (const row of rows) {
    if (typeof row !== 'object' || row === null || !('entity' in row)) continue;
    if (typeof row.entity === 'string') yield row.entity;
  }
}

/**
 * In the order of the tables' keys: a chunk touches few cells, and pages that lie side by side. Of two
 * samples of one key the later one stays behind.
 */
function inOrder(samples: readonly IndexedSample[]): IndexedSample[] {
  return [...samples].sort(
    (a, b) =>
      compare(a.kpi.id, b.kpi.id) || compare(a.entity, b.entity) || a.at - b.at,
  );
}

/** By code units, as SQLite compares; quicker than by a language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function verdictsOf(
  chunk: readonly IndexedSample[],
  windows: readonly DaySum[],
): RehearsedVerdict[] {
  const byDay = new Map(
    windows.map(each => [`${each.kpi} ${each.entity} ${each.day}`, each]),
  );
  return chunk.map(({ index, kpi, entity, at }) => {
    const window = byDay.get(`${kpi.id} ${entity} ${dayOf(at)}`);
    const { verdict, text = '', reason } = judge(kpi, window?.parts, at);
    return { index, verdict, text, reason };
  });
}
