import { TreeNode } from '@squadron/plugin-org-model-common';

/** The tree of the organization, ready to walk. */
export interface GroupTree {
  /** All groups, parents before children, siblings in order. */
  nodes: TreeNode[];
  /** Groups without a parent in the answer. */
  roots: TreeNode[];
  byRef: ReadonlyMap<string, TreeNode>;
  /** Children of a group, in order. */
  childrenOf: (ref: string) => TreeNode[];
}

const none: TreeNode[] = [];

/** The executive team stands first; what is only planned and councils, which hold nobody of their own, come last. */
function rank({ type, lifecycle }: TreeNode): number {
  if (type === 'executive-team') return 0;
  if (type === 'council') return 3;
  return lifecycle === 'planned' ? 2 : 1;
}

/**
 * Siblings of one type stand together, the type with most below it first, so
 * that what holds the organization comes before what helps it.
 */
function inOrder(siblings: TreeNode[]): TreeNode[] {
  const most = new Map<string, number>();
  for (const { type, rollUp } of siblings) {
    most.set(type, Math.max(most.get(type) ?? 0, rollUp.descendants));
  }
  return [...siblings].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      most.get(b.type)! - most.get(a.type)! ||
      a.type.localeCompare(b.type),
  );
}

/** Makes the nodes of a tree answer ready to walk. See {@link inOrder}. */
export function createGroupTree(nodes: TreeNode[]): GroupTree {
  const byRef = new Map(nodes.map(node => [node.ref, node]));
  const children = new Map<string, TreeNode[]>();
  const roots: TreeNode[] = [];
  for (const node of nodes) {
    if (!node.parent || !byRef.has(node.parent)) {
      roots.push(node);
      continue;
    }
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node);
    else children.set(node.parent, [node]);
  }
  for (const [ref, siblings] of children) children.set(ref, inOrder(siblings));
  const childrenOf = (ref: string) => children.get(ref) ?? none;
  return {
    nodes: roots.flatMap(root => walk(root, childrenOf)),
    roots,
    byRef,
    childrenOf,
  };
}

/** The groups above a group, from the top down. */
export function ancestorsOf(tree: GroupTree, ref: string): TreeNode[] {
  const path: TreeNode[] = [];
  const seen = new Set([ref]);
  let parent = tree.byRef.get(ref)?.parent;
  while (parent && !seen.has(parent)) {
    seen.add(parent);
    const node = tree.byRef.get(parent);
    if (!node) break;
    path.unshift(node);
    parent = node.parent;
  }
  return path;
}

/** A group and everything below it, in order. */
export function descendantsOf(tree: GroupTree, ref: string): TreeNode[] {
  const root = tree.byRef.get(ref);
  return root ? walk(root, tree.childrenOf) : [];
}

function walk(
  root: TreeNode,
  childrenOf: (ref: string) => TreeNode[],
): TreeNode[] {
  const found: TreeNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node);
    waiting.push(...[...childrenOf(node.ref)].reverse());
  }
  return found;
}

/** Whether a group is one of the others or below one of them. */
export function isInside(
  tree: GroupTree,
  ref: string,
  roots: string[],
): boolean {
  return (
    roots.includes(ref) ||
    ancestorsOf(tree, ref).some(node => roots.includes(node.ref))
  );
}
