import type { Verdict } from '@squadron/plugin-scorecards-common';

/** A change of one cell's verdict; moments are milliseconds. */
export interface CellChange {
  id: string;
  kpi: string;
  entity: string;
  /** Owns the entity. */
  group: string;
  from: Verdict;
  to: Verdict;
  at: number;
}

const ranks: Readonly<Record<Verdict, number>> = {
  none: 0,
  met: 0,
  at_risk: 1,
  missed: 2,
};

/**
 * Whether a change is worth telling: between verdicts always, and the first verdict when it is no
 * good news. That a verdict is gone is no news of the target.
 */
export function isNotable({
  from,
  to,
}: Pick<CellChange, 'from' | 'to'>): boolean {
  if (to === 'none') return false;
  return from === 'none' ? to !== 'met' : from !== to;
}

export function isWorse({
  from,
  to,
}: Pick<CellChange, 'from' | 'to'>): boolean {
  return ranks[to] > ranks[from];
}

/** Joins the changes of each cell: from its first verdict to its last, with what else the last one says. */
export function netChanges<T extends CellChange>(changes: readonly T[]): T[] {
  const joined = new Map<string, T>();
  for (const change of [...changes].sort((a, b) => a.at - b.at)) {
    const key = JSON.stringify([change.kpi, change.entity]);
    const first = joined.get(key);
    joined.set(key, first ? { ...change, from: first.from } : change);
  }
  return [...joined.values()];
}
