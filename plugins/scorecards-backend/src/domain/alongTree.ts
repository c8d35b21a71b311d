import type { OrgTree } from '@squadron/plugin-org-model-common';

/**
 * Combines what each group has of its own with all that is below it, in one pass from the leaves to
 * the roots. A group with nothing at or below it is left out, and so is one that the tree lacks.
 *
 * @param combine - in whichever grouping, the result must be the same
 */
export function combineAlong<T>(
  tree: OrgTree,
  own: ReadonlyMap<string, T>,
  combine: (a: T, b: T) => T,
): Map<string, T> {
  const all = new Map<string, T>();
  const add = (ref: string, more: T) => {
    const before = all.get(ref);
    all.set(ref, before === undefined ? more : combine(before, more));
  };
  for (const { ref } of [...tree.groups()].reverse()) {
    const mine = own.get(ref);
    if (mine !== undefined) add(ref, mine);
    const whole = all.get(ref);
    const above = tree.parent(ref);
    if (whole !== undefined && above) add(above.ref, whole);
  }
  return all;
}
