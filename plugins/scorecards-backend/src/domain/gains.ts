import type { CountedCell } from './scoring';

/**
 * What the score of a root would gain if the cell were met, 0 to 1.
 *
 * @param rootWeight - of all cells of the root that count
 */
export function gainOf(
  { weight, points }: Pick<CountedCell, 'weight' | 'points'>,
  rootWeight: number,
): number {
  if (points === undefined || rootWeight <= 0) return 0;
  return (weight * (1 - points)) / rootWeight;
}
