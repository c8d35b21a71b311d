import { TreeNode } from '@squadron/plugin-org-model-common';
import { GroupTree } from '@squadron/plugin-org-model-react';

/** A group that is in sight: none of the groups above it in the scope is closed. */
export interface VisibleNode {
  node: TreeNode;
  /** Steps below the top of the scope. */
  depth: number;
  open: boolean;
  /** Whether it has anything below it. */
  expandable: boolean;
  /** The group above it that is in sight. */
  parent?: string;
  /** Its place among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
}

/** The tops of a scope: its groups, or those of the whole organization. A group inside another is not shown twice. */
export function scopeRoots(tree: GroupTree, refs: string[]): TreeNode[] {
  if (refs.length === 0) return tree.roots;
  const known = new Set(refs.filter(ref => tree.byRef.has(ref)));
  const isBelowAnother = (node: TreeNode) => {
    let above = node.parent && tree.byRef.get(node.parent);
    while (above) {
      if (known.has(above.ref)) return true;
      above = above.parent ? tree.byRef.get(above.parent) : undefined;
    }
    return false;
  };
  return [...known]
    .map(ref => tree.byRef.get(ref)!)
    .filter(node => !isBelowAnother(node));
}

/** The groups in sight, in document order. */
export function visibleNodes(
  tree: GroupTree,
  roots: TreeNode[],
  open: (ref: string, depth: number) => boolean,
): VisibleNode[] {
  const found: VisibleNode[] = [];
  const walk = (nodes: TreeNode[], depth: number, parent?: string) =>
    nodes.forEach((node, index) => {
      const children = tree.childrenOf(node.ref);
      const shown = children.length > 0 && open(node.ref, depth);
      found.push({
        node,
        depth,
        open: shown,
        expandable: children.length > 0,
        parent,
        position: index + 1,
        siblings: nodes.length,
      });
      if (shown) walk(children, depth + 1, node.ref);
    });
  walk(roots, 0);
  return found;
}

/** How deep a scope goes: 0 for a group with nothing below it. */
export function depthOf(tree: GroupTree, roots: TreeNode[]): number {
  const below = (node: TreeNode): number =>
    Math.max(0, ...tree.childrenOf(node.ref).map(child => 1 + below(child)));
  return Math.max(0, ...roots.map(below));
}
