import type { DaySum } from '../database/DayStore';
import type { VerdictStores } from '../database/VerdictDatabase';
import { dayOf } from '../domain/day';
import { RecordedBy, compareSamples } from './compareSamples';
import { TouchedCell, cellKeyOf, judgeDays } from './judgeDays';
import type { GoodSample } from './SampleChecker';

/** What became of the samples of a chunk. */
export interface ChunkOutcome {
  accepted: number;
  unchanged: number;
  corrected: number;
  /** What was judged. */
  windows: DaySum[];
}

/**
 * Takes a chunk of samples over and judges what they touch: days, windows and cells. It takes the
 * same number of statements however many samples there are, in the transaction of the caller.
 *
 * @param options.judgeAll - also what came unchanged is judged
 */
export async function recordChunk(
  stores: VerdictStores,
  samples: readonly GoodSample[],
  options: RecordedBy & { now: number; judgeAll?: boolean },
): Promise<ChunkOutcome> {
  const { puts, corrections, changing, ...counts } = await compareSamples(
    stores.samples,
    samples,
    options,
  );
  await stores.samples.put(puts);
  await stores.samples.addCorrections(corrections);
  const touched = touchedCells(options.judgeAll ? samples : changing);
  return { ...counts, windows: await judgeDays(stores, touched, options) };
}

function touchedCells(samples: readonly GoodSample[]): TouchedCell[] {
  const cells = new Map<string, TouchedCell>();
  for (const { kpi, entity, group, at } of samples) {
    const name = cellKeyOf({ kpi: kpi.id, entity });
    let cell = cells.get(name);
    if (!cell) {
      cell = { definition: kpi, entity, group, days: new Set(), lastAt: at };
      cells.set(name, cell);
    }
    cell.days.add(dayOf(at));
    cell.lastAt = Math.max(cell.lastAt, at);
  }
  return [...cells.values()];
}
