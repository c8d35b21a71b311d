import type { GroupRecord, OrgTree } from '@squadron/plugin-org-model-common';

/** A group as answers name it. */
export interface GroupNode {
  ref: string;
  title: string;
  type: string;
  parent?: string;
  /** Steps below what was asked for. */
  depth: number;
}

export function toNode(
  { ref, title, type, parent }: GroupRecord,
  depth: number,
): GroupNode {
  return { ref, title, type, parent, depth };
}

/** Groups from roots down, or of the whole tree, parents first, each once. */
export function nodesBelow(
  tree: OrgTree,
  roots: readonly string[] | undefined,
  levels = Infinity,
): GroupNode[] {
  const refs = [...new Set(roots ?? tree.roots)];
  // A root that lies below another one is there already.
  const tops = refs.filter(
    ref => !refs.some(other => other !== ref && tree.isWithin(ref, other)),
  );
  return tops.flatMap(top =>
    tree.subtree(top, levels).map(group => {
      const node = toNode(group, tree.depth(group.ref) - tree.depth(top));
      // A parent that the answer does not hold would leave the reader with a dangling node.
      return group.ref === tree.resolve(top)
        ? { ...node, parent: undefined }
        : node;
    }),
  );
}
