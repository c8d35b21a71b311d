import type { Health, MatrixRow } from '@squadron/plugin-scorecards-common';

type Count = Exclude<keyof Health, 'score' | 'coverage' | 'worst'>;

/**
 * The health of everything in a matrix: of its top row, or of several tops together. Their scores
 * have no common weight, so that several have none.
 */
export function wholeHealth(rows: readonly MatrixRow[]): Health {
  const tops = rows
    .filter(({ depth }) => depth === 0)
    .map(({ health }) => health);
  if (tops.length === 1) return tops[0];
  const sum = (field: Count) =>
    tops.reduce((total, health) => total + health[field], 0);
  return {
    met: sum('met'),
    atRisk: sum('atRisk'),
    missed: sum('missed'),
    tracked: sum('tracked'),
    stale: sum('stale'),
    error: sum('error'),
    noData: sum('noData'),
    waived: sum('waived'),
  };
}
