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

/** What a group is told at once: for each cell that stands otherwise than it last heard, the latest change. */
export interface GroupChanges<T extends CellChange = CellChange> {
  group: string;
  worse: T[];
  better: T[];
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

/** What is to be told now, and which changes are done with, told or not. */
export interface NotificationPlan<T extends CellChange> {
  tell: GroupChanges<T>[];
  settled: string[];
}

/**
 * Groups the changes that nobody was told of yet. A group that was told within the cool-down waits,
 * and its changes with it; those that have come to nothing meanwhile are never told.
 *
 * @param toldAt - when each group was last told
 */
export function planNotifications<T extends CellChange>(
  changes: readonly T[],
  options: {
    toldAt: ReadonlyMap<string, number>;
    now: number;
    coolDownMs: number;
  },
): NotificationPlan<T> {
  const { toldAt, now, coolDownMs } = options;
  const due = changes.filter(
    ({ group }) => (toldAt.get(group) ?? -Infinity) + coolDownMs <= now,
  );
  const byGroup = new Map<string, GroupChanges<T>>();
  for (const change of netChanges(due).filter(isNotable)) {
    const { group } = change;
    const told = byGroup.get(group) ?? { group, worse: [], better: [] };
    (isWorse(change) ? told.worse : told.better).push(change);
    byGroup.set(group, told);
  }
  return { tell: [...byGroup.values()], settled: due.map(({ id }) => id) };
}
