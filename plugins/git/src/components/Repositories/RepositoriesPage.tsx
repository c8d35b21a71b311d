import { useApi } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Link } from '@backstage/ui';
import type { ListedRepository } from '@squadron/plugin-git-common';
import {
  DataColumn,
  DataTable,
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeader,
  RelativeTime,
} from '@squadron/ui';
import { repositoryPath } from '../../lib/paths';
import { gitApiRef } from '../../api/gitApi';
import styles from './Repositories.module.css';
import { useRepositories } from './useRepositories';

const columns: DataColumn<ListedRepository>[] = [
  { id: 'name', label: 'Repository', value: ({ name }) => name },
  {
    id: 'subject',
    label: 'Latest commit',
    value: ({ latest }) => latest.subject,
  },
  { id: 'author', label: 'By', value: ({ latest }) => latest.author },
  {
    id: 'at',
    label: 'When',
    value: ({ latest }) => latest.at,
    render: ({ latest }) => <RelativeTime at={latest.at} />,
  },
];

function NoRepositories({ isKept }: { isKept: boolean }) {
  if (!isKept) {
    return (
      <EmptyState
        title="The portal keeps no repositories"
        actions={
          <Link href="/docs/default/component/squadron/plugins/git/">
            About repositories
          </Link>
        }
      >
        Golden paths publish to GitHub or GitLab, or to the folder that{' '}
        <code>squadron.git.directory</code> names.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="There is no repository yet"
      actions={
        <ButtonLink href="/create" variant="secondary">
          Create something
        </ButtonLink>
      }
    >
      What golden paths write will be here, to be read and cloned.
    </EmptyState>
  );
}

/** All repositories that the portal keeps. */
export function RepositoriesPage() {
  const { value, error, retry, showMore } = useRepositories(useApi(gitApiRef));
  const more = value && value.total - value.items.length;
  const answer =
    value &&
    `${value.total || 'No'} ${value.total === 1 ? 'repository' : 'repositories'} that golden paths have written.`;
  return (
    <>
      <PageHeader title="Repositories" answer={answer} />
      {error && !value && (
        <ErrorState
          title="The repositories could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!value && !error && <LoadingState label="Reading the repositories" />}
      {value && (
        <DataTable
          name="repositories"
          label="Repositories"
          rows={value.items}
          columns={columns}
          rowId={({ name }) => name}
          rowHref={({ name }) => repositoryPath(name)}
          empty={<NoRepositories isKept={value.isKept} />}
        />
      )}
      {more !== undefined && more > 0 && (
        <p className={styles.more}>
          <Button variant="secondary" onPress={showMore}>
            {`Show more of the other ${more}`}
          </Button>
        </p>
      )}
    </>
  );
}
