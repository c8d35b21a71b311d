import { Link } from '@backstage/ui';
import {
  NoGroupsState,
  ScopePicker,
  useScope,
  useScopeRoots,
} from '@squadron/plugin-org-model-react';
import { ErrorState, LoadingState, Page, PageHeader } from '@squadron/ui';
import { useEnvironments } from '../../hooks/useEnvironments';
import { answerOf, figuresOf } from '../../lib/overview';
import { useEnvironmentActions } from '../Environments';
import { EnvironmentsView } from './EnvironmentsView';
import { NoCluster } from './NoEnvironments';

function Environments() {
  const { roots, title } = useScopeRoots();
  const { value, error, retry } = useEnvironments(roots && { root: roots });
  const { actions, dialog } = useEnvironmentActions(retry);
  const figures =
    value && figuresOf(value.items, value.clusters, Date.parse(value.at));
  return (
    <>
      <PageHeader
        title="Environments"
        answer={figures && answerOf(figures, title)}
        scope={<ScopePicker />}
        actions={<Link href="/create">Create</Link>}
      />
      {error && !value && (
        <ErrorState
          title="The environments could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Asking the clusters" />}
      {value?.clusters.length === 0 && <NoCluster />}
      {value && value.clusters.length > 0 && (
        <EnvironmentsView answer={value} actions={actions} />
      )}
      {dialog}
    </>
  );
}

/** Namespaces for development, each with the time that is left to it. */
export function EnvironmentsPage() {
  const { mine, loading, refs } = useScope();
  if (!mine || loading || refs.length > 0) {
    return (
      <Page>
        <Environments />
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title="Environments"
        answer="You are in no group yet."
        scope={<ScopePicker />}
      />
      <NoGroupsState>
        The environments of your groups will be here as soon as a group names
        you as a member or its lead.
      </NoGroupsState>
    </Page>
  );
}
