import type { Hierarchy } from './hierarchy';
import type { GroupRecord } from './snapshot';

/** People of a group: whose home it is, and in it or below it, each counted once. */
export interface PeopleCount {
  direct: number;
  total: number;
}

/** Adds up a figure from the leaves to the root in one pass. */
export function rollUp(
  { order, parent }: Hierarchy,
  valueOf: (ref: string) => number,
): Map<string, number> {
  const sums = new Map(order.map(({ ref }) => [ref, valueOf(ref)]));
  for (let at = order.length - 1; at >= 0; at--) {
    const { ref } = order[at];
    const above = parent.get(ref);
    if (above) sums.set(above, sums.get(above)! + sums.get(ref)!);
  }
  return sums;
}

/**
 * Counts the people of every group in one pass.
 *
 * @param groupsOfEach - the groups of each person, home first
 */
export function countPeople(
  hierarchy: Hierarchy,
  groupsOfEach: readonly GroupRecord[][],
): Map<string, PeopleCount> {
  const { order, position } = hierarchy;
  const own = new Map<string, number>();
  const direct = new Map<string, number>();
  const add = (to: Map<string, number>, ref: string, by: number) =>
    to.set(ref, (to.get(ref) ?? 0) + by);
  for (const groups of groupsOfEach) {
    if (groups.length > 0) add(direct, groups[0].ref, 1);
    // One for each group and one off where two of them meet counts the person once everywhere above.
    const inOrder = groups
      .map(group => position.get(group.ref)!)
      .sort((a, b) => a - b);
    inOrder.forEach((at, i) => {
      add(own, order[at].ref, 1);
      const meet = i > 0 && meeting(hierarchy, inOrder[i - 1], at);
      if (meet) add(own, meet, -1);
    });
  }
  const total = rollUp(hierarchy, ref => own.get(ref) ?? 0);
  return new Map(
    order.map(({ ref }) => [
      ref,
      { direct: direct.get(ref) ?? 0, total: total.get(ref)! },
    ]),
  );
}

/** The lowest group that holds both. */
function meeting(
  { order, end, parent, position }: Hierarchy,
  a: number,
  b: number,
): string | undefined {
  let at: number | undefined = a;
  while (at !== undefined && !(at <= b && b < end[at])) {
    const above = parent.get(order[at].ref);
    at = above === undefined ? undefined : position.get(above);
  }
  return at === undefined ? undefined : order[at].ref;
}
