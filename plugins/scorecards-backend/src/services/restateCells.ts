import type { Kpi } from '@squadron/plugin-scorecards-common';
import type { StoredCell } from '../database/CellStore';
import type { VerdictStores } from '../database/VerdictDatabase';
import { cellOf } from '../domain/cellState';
import { dayOf } from '../domain/day';
import { cellKeyOf, judgeDays } from './judgeDays';

/** A cell as it should be: of which definition, entity and group. */
export interface ExpectedCell {
  kpi: Kpi;
  entity: string;
  /** Owns the entity. */
  group: string;
}

const keyOf = ({ kpi, entity }: ExpectedCell) => ({ kpi: kpi.id, entity });

/** Whether two states of a cell are the same but for what waivers say. */
export function isSameCell(a: StoredCell, b: StoredCell): boolean {
  const text = (cell: StoredCell) =>
    JSON.stringify(
      Object.entries({ ...cell, waivedUntil: undefined }).sort(([x], [y]) =>
        x < y ? -1 : 1,
      ),
    );
  return text(a) === text(b);
}

/** How a cell should stand by what is known of it, as of now. */
export function restated(
  { kpi, entity, group }: ExpectedCell,
  before: StoredCell,
  { now, problem }: { now: number; problem: string | undefined },
): StoredCell {
  const { parts, at, source = '' } = before;
  const cell = cellOf({
    kpi,
    entity,
    group,
    now,
    latest: parts && at !== undefined ? { parts, at, source } : undefined,
    since: before.since,
    problem,
  });
  // Without events the points are those that it held.
  const keepsPoints = kpi.onNoData === 'hold' && parts?.count === 0;
  return keepsPoints && before.hasTarget
    ? { ...cell, points: before.points }
    : cell;
}

/**
 * Brings cells in line with their definitions, the tree and the time, and makes those that are
 * missing. In the transaction of the caller; cells that stand as they should are not written.
 *
 * @param problemOf - what the collector says now; as it said before when left out
 * @returns how many cells were written
 */
export async function restateCells(
  stores: VerdictStores,
  expected: readonly ExpectedCell[],
  options: {
    now: number;
    problemOf?: (kpi: string) => string | undefined;
  },
): Promise<number> {
  const { now, problemOf } = options;
  const standing = new Map<string, StoredCell>();
  for (const cell of await stores.cells.find(expected.map(keyOf))) {
    standing.set(cellKeyOf(cell), cell);
  }
  const puts: StoredCell[] = [];
  const missing: ExpectedCell[] = [];
  for (const cell of expected) {
    const before = standing.get(cellKeyOf(keyOf(cell)));
    if (!before) {
      missing.push(cell);
      continue;
    }
    const problem = problemOf ? problemOf(cell.kpi.id) : before.problem;
    const after = restated(cell, before, { now, problem });
    if (!isSameCell(before, after)) puts.push(after);
  }
  puts.push(...(await makeCells(stores, missing, options)));
  await stores.cells.put(puts);
  if (puts.length > 0) await stores.health.markDirty([dayOf(now)]);
  return puts.length;
}

/** Cells that have no row: empty ones, and those of KPIs that were gone for a while and have samples. */
async function makeCells(
  stores: VerdictStores,
  missing: readonly ExpectedCell[],
  { now, problemOf }: Parameters<typeof restateCells>[2],
): Promise<StoredCell[]> {
  if (missing.length === 0) return [];
  const latest = await stores.days.latest(
    missing.map(cell => ({ ...keyOf(cell), after: 0 })),
  );
  const known = new Map(latest.map(each => [cellKeyOf(each), each]));
  const measured = missing.flatMap(({ kpi, entity, group }) => {
    const last = known.get(cellKeyOf({ kpi: kpi.id, entity }));
    const days = new Set([last?.day ?? 0]);
    return last
      ? [{ definition: kpi, entity, group, days, lastAt: last.at }]
      : [];
  });
  await judgeDays(stores, measured, { now, source: '' });
  return missing
    .filter(cell => !known.has(cellKeyOf(keyOf(cell))))
    .map(cell => cellOf({ ...cell, now, problem: problemOf?.(cell.kpi.id) }));
}
