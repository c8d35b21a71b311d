import { Link } from '@backstage/ui';
import type { Environment } from '@squadron/plugin-environments-common';
import {
  GroupLink,
  PersonLink,
  groupPath,
} from '@squadron/plugin-org-model-react';
import { DataColumn, RelativeTime } from '@squadron/ui';
import { phaseMarks } from '../../lib/phases';
import { nameOf } from '../../lib/places';
import { fullest, mainUses } from '../../lib/quotas';
import {
  ActionsMenu,
  Countdown,
  EnvironmentActions,
  PhaseMark,
  QuotaUses,
} from '../Environments';
import styles from './EnvironmentsPage.module.css';

/** Who asked for an environment: a person, or a plugin that did for itself. */
export function MadeBy({ by }: { by: string }) {
  if (!by.startsWith('user:')) return <>{by}</>;
  return <PersonLink entityRef={by}>{nameOf(by)}</PersonLink>;
}

export interface ColumnOptions {
  /** How far the clock of the server is ahead of this one's, in milliseconds. */
  ahead: number;
  actions: EnvironmentActions;
  /** Titles of the clusters by their names. */
  clusters: ReadonlyMap<string, string>;
}

const component: DataColumn<Environment> = {
  id: 'component',
  label: 'Component',
  value: each => nameOf(each.component),
  text: each => [nameOf(each.component), each.branch].filter(Boolean).join(' '),
  render: each => (
    <>
      <Link href={groupPath(each.component)}>{nameOf(each.component)}</Link>
      {each.branch && (
        <span className={styles.below}>branch {each.branch}</span>
      )}
    </>
  ),
};

const owner: DataColumn<Environment> = {
  id: 'owner',
  label: 'Owner',
  value: each => each.ownerTitle,
  render: each => (
    <GroupLink entityRef={each.owner}>{each.ownerTitle}</GroupLink>
  ),
};

const state: DataColumn<Environment> = {
  id: 'state',
  label: 'State',
  value: each => phaseMarks[each.phase].words,
  render: each => <PhaseMark phase={each.phase} />,
};

const quota: DataColumn<Environment> = {
  id: 'quota',
  label: 'Quota used',
  value: each => fullest(mainUses(each.quotas)),
  text: each =>
    mainUses(each.quotas)
      .map(({ label, words }) => `${label} ${words}`)
      .join(', '),
  render: each => <QuotaUses uses={mainUses(each.quotas)} />,
};

const made: DataColumn<Environment> = {
  id: 'made',
  label: 'Made',
  value: each => each.createdAt,
  text: each => `${each.createdAt} by ${nameOf(each.createdBy)}`,
  render: each => (
    <span className={styles.made}>
      <RelativeTime at={each.createdAt} />
      <span className={styles.below}>
        by <MadeBy by={each.createdBy} />
      </span>
    </span>
  ),
};

/** The columns of the table; the cluster stays away where there is only one. */
export function environmentColumns({
  ahead,
  actions,
  clusters,
}: ColumnOptions): DataColumn<Environment>[] {
  const cluster: DataColumn<Environment> = {
    id: 'cluster',
    label: 'Cluster',
    value: each => clusters.get(each.cluster) ?? each.cluster,
  };
  return [
    { id: 'environment', label: 'Environment', value: each => each.namespace },
    component,
    owner,
    ...(clusters.size > 1 ? [cluster] : []),
    state,
    {
      id: 'ends',
      label: 'Ends in',
      numeric: true,
      value: each => each.expiresAt,
      render: each => <Countdown environment={each} ahead={ahead} />,
    },
    quota,
    made,
    {
      id: 'actions',
      label: 'Actions',
      value: () => undefined,
      render: each => (
        <ActionsMenu environment={each} ahead={ahead} actions={actions} />
      ),
    },
  ];
}
