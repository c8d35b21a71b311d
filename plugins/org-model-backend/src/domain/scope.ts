import type { GroupRecord, OrgTree } from '@squadron/plugin-org-model-common';

/** The groups of these parts of the tree, of which none lies inside another; of the whole tree when there is none. */
export function groupsWithin(
  tree: OrgTree,
  roots: readonly string[],
): readonly GroupRecord[] {
  return roots.length > 0
    ? roots.flatMap(root => tree.subtree(root))
    : tree.groups();
}
