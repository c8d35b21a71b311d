import { Button } from '@backstage/ui';
import {
  descendantsOf,
  OrgChartOverlay,
} from '@squadron/plugin-org-model-react';
import { EmptyState, ErrorState, LoadingState } from '@squadron/ui';
import { useMemo } from 'react';
import { answerFor } from '../../lib/words';
import { OrgPageHeader } from './OrgPageHeader';
import { StructureView } from './StructureView';
import { ScopedTree, useScopedTree } from './useScopedTree';

export interface StructurePageProps {
  kind: 'chart' | 'list';
  overlays: OrgChartOverlay[];
}

function Nothing({ scope, value: tree }: ScopedTree) {
  if (tree && tree.nodes.length === 0) {
    return (
      <EmptyState title="No group is in the catalog yet">
        The chart shows the groups of the catalog. Describe them below{' '}
        <code>catalog-info/org</code>; they appear here within a minute.
      </EmptyState>
    );
  }
  const whole = (
    <Button variant="secondary" onPress={() => scope.setScope(undefined)}>
      Show the whole organization
    </Button>
  );
  return scope.mine ? (
    <EmptyState title="You are in no group yet" actions={whole}>
      Your groups will be here as soon as a group names you as a member or its
      lead.
    </EmptyState>
  ) : (
    <EmptyState title={`No group is called ${scope.value}`} actions={whole}>
      It may have been renamed or removed. Choose another scope above.
    </EmptyState>
  );
}

/** The organization as a chart or as a list, in each of its states. */
export function StructurePage({ kind, overlays }: StructurePageProps) {
  const scoped = useScopedTree();
  const { value: tree, error, loading, retry, roots, scope } = scoped;
  const answer = useMemo(
    () =>
      tree &&
      answerFor(
        roots.flatMap(root => descendantsOf(tree, root.ref)),
        roots,
      ),
    [tree, roots],
  );
  const isReady = tree !== undefined && !(loading && roots.length === 0);
  return (
    <>
      <OrgPageHeader activeTab={kind} answer={answer} />
      {!isReady && !error && <LoadingState label="Reading the organization" />}
      {!isReady && error && (
        <ErrorState
          title="The organization could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {isReady && roots.length === 0 && <Nothing {...scoped} />}
      {isReady && roots.length > 0 && (
        <StructureView
          kind={kind}
          tree={tree}
          roots={roots}
          scope={scope}
          overlays={overlays}
        />
      )}
    </>
  );
}
