import type { MatrixRow, Status } from '@squadron/plugin-scorecards-common';
import { cellCount } from './heatMapView';

/** Cells of the columns of a row, with all that is below it. */
export function countIn(
  { cells }: MatrixRow,
  chosen: readonly Status[] = [],
): number {
  return cells.reduce((sum, cell) => sum + cellCount(cell, chosen), 0);
}

/** How many groups of a matrix own cells of the chosen states: what a row has more than the rows below it. */
export function groupsOwning(
  rows: readonly MatrixRow[],
  chosen: readonly Status[] = [],
): number {
  const below = new Map<string, number>();
  for (const row of rows) {
    if (row.parent === undefined) continue;
    const sum = (below.get(row.parent) ?? 0) + countIn(row, chosen);
    below.set(row.parent, sum);
  }
  return rows.filter(row => countIn(row, chosen) > (below.get(row.ref) ?? 0))
    .length;
}
