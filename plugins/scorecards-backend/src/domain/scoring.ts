import type { OrgTree } from '@squadron/plugin-org-model-common';
import {
  type CellState,
  type Health,
  type NoDataPolicy,
  verdictScores,
} from '@squadron/plugin-scorecards-common';
import { combineAlong } from './alongTree';

/** What of a cell decides its points. */
export interface ScoredCell extends Pick<CellState, 'verdict' | 'freshness'> {
  hasTarget: boolean;
  /** Points that it had before it lost its verdict; nothing when it never had one. */
  held?: number;
}

/** A cell as it counts in the health of its group. */
export interface CountedCell extends CellState {
  hasTarget: boolean;
  weight: number;
  /** See {@link pointsOf}. */
  points?: number;
}

/** What cells add up to: everything that health is made of. */
export interface HealthCount {
  met: number;
  atRisk: number;
  missed: number;
  tracked: number;
  stale: number;
  error: number;
  noData: number;
  waived: number;
  /** Points times weight of the cells that count. */
  points: number;
  weight: number;
  /** Cells with a target, and those of them that have a fresh verdict. */
  targeted: number;
  freshTargeted: number;
}

/** Health with the child that has the lowest score. */
export type GroupHealth = HealthCount & { worst?: Health['worst'] };

/** What no cell adds up to. */
export const emptyHealth: HealthCount = {
  met: 0,
  atRisk: 0,
  missed: 0,
  tracked: 0,
  stale: 0,
  error: 0,
  noData: 0,
  waived: 0,
  points: 0,
  weight: 0,
  targeted: 0,
  freshTargeted: 0,
};

/**
 * What a cell counts for: 1 to 0, or nothing when it does not count. An old value never counts for
 * more than it did, and a waiver is not even asked for.
 */
export function pointsOf(
  cell: ScoredCell,
  policy: NoDataPolicy,
): number | undefined {
  if (!cell.hasTarget) return undefined;
  const points = verdictScores[cell.verdict];
  if (cell.freshness === 'fresh' && points !== undefined) return points;
  if (policy === 'bad') return 0;
  if (points !== undefined) return points;
  return policy === 'hold' ? cell.held : undefined;
}

/** One cell as a count. */
export function countCell(cell: CountedCell): HealthCount {
  const { points, weight, hasTarget } = cell;
  const status = countedAs(cell);
  return {
    ...emptyHealth,
    [status]: 1,
    waived: cell.waived ? 1 : 0,
    points: points === undefined ? 0 : points * weight,
    weight: points === undefined ? 0 : weight,
    targeted: hasTarget ? 1 : 0,
    freshTargeted: hasTarget && isJudged(status) ? 1 : 0,
  };
}

function countedAs({
  verdict,
  freshness,
  hasTarget,
}: CountedCell): keyof HealthCount {
  if (freshness === 'no_data') return 'noData';
  if (freshness !== 'fresh') return freshness;
  if (verdict === 'none') return hasTarget ? 'noData' : 'tracked';
  return verdict === 'at_risk' ? 'atRisk' : verdict;
}

function isJudged(status: keyof HealthCount): boolean {
  return status === 'met' || status === 'atRisk' || status === 'missed';
}

const fields = Object.keys(emptyHealth) as (keyof HealthCount)[];

/** Whether two are the same in all that is counted, and in the worst child. */
export function isSameHealth(a: GroupHealth, b: GroupHealth): boolean {
  return (
    fields.every(field => a[field] === b[field]) &&
    a.worst?.ref === b.worst?.ref &&
    a.worst?.score === b.worst?.score
  );
}

/** A count of cells that stand alike, by the count of one of them. */
export function timesHealth(one: HealthCount, cells: number): HealthCount {
  const product = { ...emptyHealth };
  for (const field of fields) product[field] = one[field] * cells;
  return product;
}

/** Adds two counts up, in whichever grouping. */
export function addHealth(a: HealthCount, b: HealthCount): HealthCount {
  const sum = { ...emptyHealth };
  for (const field of fields) sum[field] = a[field] + b[field];
  return sum;
}

/** Weighted share of what holds, 0 to 1; nothing when nothing counts. */
export function scoreOf({
  points,
  weight,
}: Pick<HealthCount, 'points' | 'weight'>): number | undefined {
  // The sum of many fractions may end a little beside the whole.
  return weight > 0 ? Math.min(1, Math.max(0, points / weight)) : undefined;
}

/** A count as pages get it. */
export function toHealth(count: GroupHealth): Health {
  const { points, weight, targeted, freshTargeted, worst, ...counts } = count;
  const score = scoreOf(count);
  return {
    ...counts,
    ...(score !== undefined && { score }),
    ...(targeted > 0 && { coverage: freshTargeted / targeted }),
    ...(worst && { worst }),
  };
}

/**
 * Health of each group with everything below it. A group without a cell at or below it is left out.
 *
 * @param own - counts of each group's own cells
 */
export function rollUpHealth(
  tree: OrgTree,
  own: ReadonlyMap<string, HealthCount>,
): Map<string, GroupHealth> {
  const counts = combineAlong(tree, own, addHealth);
  const all = new Map<string, GroupHealth>();
  for (const [ref, count] of counts) {
    const worst = worstBelow(tree, ref, counts);
    all.set(ref, worst ? { ...count, worst } : count);
  }
  return all;
}

function worstBelow(
  tree: OrgTree,
  ref: string,
  counts: ReadonlyMap<string, HealthCount>,
): Health['worst'] {
  let worst: Health['worst'];
  for (const child of tree.children(ref)) {
    const count = counts.get(child.ref);
    const score = count && scoreOf(count);
    if (score !== undefined && (!worst || score < worst.score)) {
      worst = { ref: child.ref, score };
    }
  }
  return worst;
}
