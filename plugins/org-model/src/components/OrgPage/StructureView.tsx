import { Button } from '@backstage/ui';
import { TreeNode } from '@squadron/plugin-org-model-common';
import {
  ancestorsOf,
  descendantsOf,
  GroupTree,
  OrgChartOverlay,
  Scope,
} from '@squadron/plugin-org-model-react';
import { downloadCsv, toCsv } from '@squadron/ui';
import { useCallback, useMemo, useState } from 'react';
import { groupsTable } from '../../lib/groupsCsv';
import { FocusRequest, isOpen, OrgView, setOpen } from '../../lib/orgView';
import { depthOf, visibleNodes } from '../../lib/visibleTree';
import { OrgTreeList } from '../OrgTreeList';
import { ChartView } from './ChartView';
import { GroupDrawer } from './GroupDrawer';
import styles from './OrgPage.module.css';
import { ChartToggles, OrgToolbar } from './OrgToolbar';
import { useOrgView } from './useOrgView';

export interface StructureViewProps {
  kind: 'chart' | 'list';
  tree: GroupTree;
  roots: TreeNode[];
  scope: Scope;
  overlays: OrgChartOverlay[];
}

/** The tree of the scope, as a chart or as a list, with the details of what is selected. */
export function StructureView(props: StructureViewProps) {
  const { kind, tree, roots, scope, overlays } = props;
  const [view, update] = useOrgView();
  const [found, setFound] = useState<string>();
  const [goTo, setGoTo] = useState<FocusRequest>();
  const inScope = useMemo(
    () => roots.flatMap(root => descendantsOf(tree, root.ref)),
    [tree, roots],
  );
  /** The groups between the top of the scope and a group, each with its depth. */
  const wayTo = useCallback(
    (ref: string | undefined) => {
      const above = ref ? ancestorsOf(tree, ref) : [];
      const top = above.findIndex(node => roots.includes(node));
      return top < 0
        ? []
        : above.slice(top).map((node, depth) => ({ ref: node.ref, depth }));
    },
    [tree, roots],
  );
  const shown = useMemo(
    () => setOpen(view, wayTo(found), true),
    [view, wayTo, found],
  );
  const nodes = useMemo(
    () => visibleNodes(tree, roots, (ref, depth) => isOpen(shown, ref, depth)),
    [tree, roots, shown],
  );
  /** Changes the view as it is seen: what the search has opened stays open. */
  const change = useCallback(
    (next: (current: OrgView) => OrgView) =>
      update(current => next(setOpen(current, wayTo(found), true))),
    [update, wayTo, found],
  );
  const toggle = useCallback(
    (refs: string[], open: boolean) => {
      setFound(undefined);
      const groups = refs.map(ref => ({ ref, depth: wayTo(ref).length }));
      change(current => setOpen(current, groups, open));
    },
    [change, wayTo],
  );
  const onToggle = useCallback(
    (ref: string, open: boolean) => toggle([ref], open),
    [toggle],
  );
  const select = useCallback(
    (selected: string | undefined) =>
      change(current => ({ ...current, selected })),
    [change],
  );
  const onOpenSiblings = (ref: string) => {
    const parent = tree.byRef.get(ref)?.parent;
    const siblings = roots.some(root => root.ref === ref)
      ? roots
      : tree.childrenOf(parent ?? '');
    toggle(
      siblings.map(node => node.ref),
      true,
    );
  };
  const exportCsv = () => {
    const { header, rows } = groupsTable(tree, inScope);
    downloadCsv('organization', toCsv(header, rows));
  };
  const selected = view.selected && tree.byRef.get(view.selected);
  return (
    <>
      <OrgToolbar
        nodes={inScope}
        depth={depthOf(tree, roots)}
        view={view}
        onView={update}
        onFound={setFound}
        onGoTo={ref => setGoTo({ ref })}
      >
        {kind === 'chart' && (
          <ChartToggles view={view} overlays={overlays} onView={update} />
        )}
        <Button
          size="small"
          variant="secondary"
          className={styles.push}
          onPress={exportCsv}
        >
          Export CSV
        </Button>
      </OrgToolbar>
      {kind === 'chart' ? (
        <ChartView
          tree={tree}
          nodes={nodes}
          view={view}
          overlays={overlays}
          found={found}
          goTo={goTo}
          onSelect={select}
          onToggle={onToggle}
        />
      ) : (
        <OrgTreeList
          nodes={nodes}
          selected={view.selected}
          found={found}
          goTo={goTo}
          onSelect={select}
          onToggle={onToggle}
          onOpenSiblings={onOpenSiblings}
        />
      )}
      {selected && (
        <GroupDrawer
          groupRef={selected.ref}
          title={selected.title}
          onClose={() => select(undefined)}
          onScope={() => scope.setScope(selected.ref)}
        />
      )}
    </>
  );
}
