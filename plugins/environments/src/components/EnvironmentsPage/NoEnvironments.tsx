import { ButtonLink, Link } from '@backstage/ui';
import { EmptyState } from '@squadron/ui';

const handbook = '/docs/default/component/squadron/plugins/environments/';

/** In place of the page where no cluster is configured. */
export function NoCluster() {
  return (
    <EmptyState
      title="No cluster is configured"
      actions={<Link href={handbook}>How to set one up</Link>}
    >
      Environments are made in the clusters that{' '}
      <code>kubernetes.clusterLocatorMethods</code> lists with a{' '}
      <code>serviceAccountToken</code>. Golden paths go on without one: they
      make the repository and the entry in the catalog alone.
    </EmptyState>
  );
}

/** In place of the table while there is no environment. */
export function NoEnvironment() {
  return (
    <EmptyState
      title="There is no environment"
      actions={
        <ButtonLink href="/create" variant="secondary">
          Create something
        </ButtonLink>
      }
    >
      A golden path makes one for a new component. It will be here with the time
      that is left, and goes by itself when nobody keeps it longer.
    </EmptyState>
  );
}
