import type { Kpi, Parts } from '@squadron/plugin-scorecards-common';
import type { StoredCell } from '../database/CellStore';
import type { StoredChange } from '../database/ChangeStore';
import type { TouchedDay, WindowOfDay } from '../database/DayStore';
import type {
  CellKey,
  Correction,
  SampleKey,
  StoredSample,
} from '../database/SampleStore';
import type { VerdictStores } from '../database/VerdictDatabase';
import { cellOf, isLatestOnly, windowOf } from '../domain/cellState';
import { dayOf } from '../domain/day';
import { judge } from '../domain/judge';
import { verdictOf } from '../domain/verdict';
import type { GoodSample } from './SampleChecker';

/** Who brings samples in. */
export interface RecordedBy {
  /** `push`, the id of a collector, `sample`, `csv`. */
  source: string;
  /** Entity ref of a person, or name of a service. */
  by: string;
}

/** What became of the samples of a chunk. */
export interface ChunkOutcome {
  accepted: number;
  unchanged: number;
  corrected: number;
  /** The windows that were judged, oldest first. */
  windows: WindowOfDay[];
}

interface TouchedCell extends CellKey {
  definition: Kpi;
  group: string;
  firstDay: number;
  windows: WindowOfDay[];
}

/** Days of many spans, most of which are the same. */
class DaySpans {
  readonly #days: Set<number>;
  readonly #spans = new Set<string>();

  constructor(day: number) {
    this.#days = new Set([day]);
  }

  add(first: number, last: number): void {
    const span = `${first} ${last}`;
    if (this.#spans.has(span)) return;
    this.#spans.add(span);
    for (let day = first; day <= last; day++) this.#days.add(day);
  }

  days(): number[] {
    return [...this.#days];
  }
}

export const cellKeyOf = ({ kpi, entity }: CellKey) => `${kpi} ${entity}`;
const sampleKeyOf = ({ at, ...key }: SampleKey) => `${cellKeyOf(key)} ${at}`;

/**
 * Takes a chunk of samples over and judges what they touch: days, windows and cells. It takes the
 * same number of statements whatever the chunk holds, within the transaction of the caller.
 *
 * @param options.judgeAll - also what came unchanged is judged
 */
export async function recordChunk(
  stores: VerdictStores,
  samples: readonly GoodSample[],
  options: RecordedBy & { now: number; judgeAll?: boolean },
): Promise<ChunkOutcome> {
  const { puts, corrections, ...counts } = await compare(
    stores,
    samples,
    options,
  );
  const judged = options.judgeAll
    ? samples
    : samples.filter(sample => puts.has(sampleKeyOf(keyOf(sample))));
  if (judged.length === 0) return { ...counts, windows: [] };
  await stores.samples.put([...puts.values()]);
  await stores.samples.addCorrections(corrections);
  const days = touchedDays(judged);
  await stores.days.addUp(days);
  const windows = await stores.days.windows(days);
  const cells = touchedCells(judged, windows);
  await judgeWindows(stores, cells);
  await judgeCells(stores, cells, options.now);
  return { ...counts, windows };
}

function keyOf({ kpi, entity, at }: GoodSample): SampleKey {
  return { kpi: kpi.id, entity, at };
}

const isSame = (a: Parts, b: Parts) =>
  a.sum === b.sum && a.count === b.count && a.min === b.min && a.max === b.max;

/** What is new or other than what is there; of two of one key the later one counts. */
async function compare(
  stores: VerdictStores,
  samples: readonly GoodSample[],
  { source, by, now }: RecordedBy & { now: number },
) {
  const known = new Map<string, StoredSample>();
  for (const sample of await stores.samples.find(samples.map(keyOf))) {
    known.set(sampleKeyOf(sample), sample);
  }
  const puts = new Map<string, StoredSample>();
  const corrections: Correction[] = [];
  let [accepted, unchanged, corrected] = [0, 0, 0];
  for (const sample of samples) {
    const key = keyOf(sample);
    const name = sampleKeyOf(key);
    const before = puts.get(name) ?? known.get(name);
    if (before && isSame(before, sample.parts)) {
      unchanged += 1;
      continue;
    }
    puts.set(name, { ...key, ...sample.parts, source, receivedAt: now });
    if (!before) {
      accepted += 1;
      continue;
    }
    corrected += 1;
    const { sum, count, min, max } = before;
    corrections.push({
      ...key,
      before: { sum, count, min, max },
      after: sample.parts,
      correctedAt: now,
      correctedBy: by,
    });
  }
  return { puts, corrections, accepted, unchanged, corrected };
}

function touchedDays(samples: readonly GoodSample[]): TouchedDay[] {
  const days = new Map<string, TouchedDay>();
  for (const { kpi, entity, at } of samples) {
    const day = dayOf(at);
    days.set(`${kpi.id} ${entity} ${day}`, {
      kpi: kpi.id,
      entity,
      day,
      windowDays: windowOf(kpi),
      latestOnly: isLatestOnly(kpi),
    });
  }
  return [...days.values()];
}

function touchedCells(
  samples: readonly GoodSample[],
  windows: readonly WindowOfDay[],
): TouchedCell[] {
  const cells = new Map<string, TouchedCell>();
  for (const { kpi, entity, group, at } of samples) {
    const key = { kpi: kpi.id, entity };
    const name = cellKeyOf(key);
    const cell = cells.get(name);
    if (cell) cell.firstDay = Math.min(cell.firstDay, dayOf(at));
    else {
      cells.set(name, {
        ...key,
        definition: kpi,
        group,
        firstDay: dayOf(at),
        windows: [],
      });
    }
  }
  for (const window of windows) {
    cells.get(cellKeyOf(window))?.windows.push(window);
  }
  return [...cells.values()];
}

async function judgeWindows(
  { days }: VerdictStores,
  cells: readonly TouchedCell[],
): Promise<void> {
  await days.judge(
    cells.flatMap(({ definition, kpi, entity, windows }) =>
      windows.map(({ day, parts, at }) => {
        const { verdict, value, badShare, limit } = verdictOf(
          definition,
          parts,
          at,
        );
        return { kpi, entity, day, verdict, value, badShare, target: limit };
      }),
    ),
  );
}

async function judgeCells(
  stores: VerdictStores,
  cells: readonly TouchedCell[],
  now: number,
): Promise<void> {
  const standing = new Map<string, StoredCell>();
  for (const cell of await stores.cells.find(cells)) {
    standing.set(cellKeyOf(cell), cell);
  }
  const latest = await stores.days.latest(
    cells.map(({ definition, kpi, entity, windows }) => ({
      kpi,
      entity,
      withLastVerdict: definition.onNoData === 'hold',
      after: windows[windows.length - 1].day,
    })),
  );
  const touched = new Map(cells.map(cell => [cellKeyOf(cell), cell]));
  const puts: StoredCell[] = [];
  const changes: StoredChange[] = [];
  const dirty = new DaySpans(dayOf(now));
  for (const last of latest) {
    const cell = touched.get(cellKeyOf(last))!;
    // What a day says holds until the next one that says something.
    dirty.add(cell.firstDay, (last.nextDay ?? dayOf(now) + 1) - 1);
    const window = cell.windows[cell.windows.length - 1];
    if (window.day !== last.day) continue;
    const before = standing.get(cellKeyOf(cell));
    const found = changesOf(cell, before, last.source);
    changes.push(...found);
    puts.push(
      cellOf({
        kpi: cell.definition,
        entity: cell.entity,
        group: cell.group,
        now,
        latest: { parts: window.parts, at: last.at, source: last.source },
        lastVerdict: last.lastVerdict,
        since: found[found.length - 1]?.at ?? before?.since,
        problem: before?.problem,
      }),
    );
  }
  await stores.cells.put(puts);
  await stores.changes.add(changes);
  await stores.health.markDirty(dirty.days());
}

/** How the verdict went from how the cell stood to its latest day. */
function changesOf(
  { definition, kpi, entity, group, windows }: TouchedCell,
  before: StoredCell | undefined,
  source: string,
): StoredChange[] {
  const changes: StoredChange[] = [];
  const from = before?.at === undefined ? -Infinity : dayOf(before.at);
  let verdict = before?.verdict ?? 'none';
  for (const { day, parts, at } of windows) {
    const found = verdictOf(definition, parts, at);
    if (day < from || found.verdict === verdict) continue;
    const { text, target, reason } = judge(definition, parts, at);
    changes.push({
      kpi,
      entity,
      group,
      from: verdict,
      to: found.verdict,
      text,
      target: target?.text,
      reason,
      at,
      source,
    });
    verdict = found.verdict;
  }
  return changes;
}
