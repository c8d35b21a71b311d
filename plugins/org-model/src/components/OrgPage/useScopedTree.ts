import {
  GroupTree,
  Scope,
  useOrgTree,
  useScope,
} from '@squadron/plugin-org-model-react';
import { Cached } from '@squadron/ui';
import { TreeNode } from '@squadron/plugin-org-model-common';
import { useMemo } from 'react';
import { scopeRoots } from '../../lib/visibleTree';

export interface ScopedTree extends Cached<GroupTree> {
  scope: Scope;
  /** The tops of what the scope names; empty when it names nothing that exists. */
  roots: TreeNode[];
}

/** The tree and the part of it that the scope names. */
export function useScopedTree(): ScopedTree {
  const tree = useOrgTree();
  const scope = useScope();
  const roots = useMemo(() => {
    if (!tree.value) return [];
    if (scope.mine && scope.refs.length === 0) return [];
    return scopeRoots(tree.value, scope.refs);
  }, [tree.value, scope.mine, scope.refs]);
  return { ...tree, loading: tree.loading || scope.loading, scope, roots };
}
