/** What of a cell decides what fixing it is worth. */
export interface FixableCell {
  weight: number;
  /** What it counts for; nothing when it does not count. */
  points?: number;
  waived: boolean;
}

/**
 * What the score of a root would gain if the cell were met, 0 to 1.
 *
 * @param rootWeight - of all cells of the root that count
 */
export function gainOf(
  { weight, points }: Pick<FixableCell, 'weight' | 'points'>,
  rootWeight: number,
): number {
  if (points === undefined || rootWeight <= 0) return 0;
  return (weight * (1 - points)) / rootWeight;
}

/**
 * What to fix first: the cells that would gain most, each with its gain. Equal ones keep their
 * order. What is waived need not be fixed, and what would gain nothing neither.
 */
export function nextToFix<T extends FixableCell>(
  cells: readonly T[],
  rootWeight: number,
  limit: number,
): (T & { gain: number })[] {
  return cells
    .filter(({ waived }) => !waived)
    .map(cell => ({ ...cell, gain: gainOf(cell, rootWeight) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, limit);
}
