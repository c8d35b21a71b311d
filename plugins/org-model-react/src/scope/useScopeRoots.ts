import { useMemo } from 'react';
import { GroupTree, isInside } from '../tree/groupTree';
import { useOrgTree } from '../tree/useOrgTree';
import { useScope } from './useScope';

/** The groups of a scope without those that lie inside another of them, so that nothing counts twice. */
function outermost(refs: string[], tree: GroupTree | undefined) {
  if (!tree) return refs;
  return refs.filter(
    ref =>
      !isInside(
        tree,
        ref,
        refs.filter(other => other !== ref),
      ),
  );
}

/** What a scope is about: the groups to ask for (none: everything) and its name. */
export interface ScopeRoots {
  /** Undefined while "my groups" are not known. */
  roots?: string[];
  title: string;
}

/** The groups that the page's scope stands for, ready to be asked for. */
export function useScopeRoots(): ScopeRoots {
  const scope = useScope();
  const { value: tree } = useOrgTree();
  return useMemo(() => {
    if (scope.loading) return { title: 'my groups' };
    const roots = outermost(scope.refs, tree);
    const [only] = roots;
    if (scope.mine) return { roots, title: 'my groups' };
    if (!only) return { roots, title: 'the whole organization' };
    return { roots, title: tree?.byRef.get(only)?.title ?? only };
  }, [scope, tree]);
}
