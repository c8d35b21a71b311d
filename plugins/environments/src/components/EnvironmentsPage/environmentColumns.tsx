import { Link } from '@backstage/ui';
import type { Environment } from '@squadron/plugin-environments-common';
import {
  GroupLink,
  PersonLink,
  groupPath,
} from '@squadron/plugin-org-model-react';
import { DataColumn, RelativeTime } from '@squadron/ui';
import { momentInWords } from '../../lib/moments';
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
  /** Some are for other branches than the main one. */
  hasBranches: boolean;
}

/** The columns of the table; those that would say the same in each row stay away. */
export function environmentColumns(
  options: ColumnOptions,
): DataColumn<Environment>[] {
  const { ahead, actions, clusters, hasBranches } = options;
  const branch: DataColumn<Environment> = {
    id: 'branch',
    label: 'Branch',
    value: each => each.branch ?? 'main',
  };
  const cluster: DataColumn<Environment> = {
    id: 'cluster',
    label: 'Cluster',
    value: each => clusters.get(each.cluster) ?? each.cluster,
  };
  return [
    { id: 'environment', label: 'Environment', value: each => each.namespace },
    {
      id: 'component',
      label: 'Component',
      value: each => nameOf(each.component),
      render: each => (
        <Link href={groupPath(each.component)}>{nameOf(each.component)}</Link>
      ),
    },
    ...(hasBranches ? [branch] : []),
    {
      id: 'owner',
      label: 'Owner',
      value: each => each.ownerTitle,
      render: each => (
        <GroupLink entityRef={each.owner}>{each.ownerTitle}</GroupLink>
      ),
    },
    ...(clusters.size > 1 ? [cluster] : []),
    {
      id: 'state',
      label: 'State',
      value: each => phaseMarks[each.phase].words,
      render: each => <PhaseMark phase={each.phase} />,
    },
    {
      id: 'quota',
      label: 'Quota used',
      value: each => fullest(mainUses(each.quotas)),
      text: each =>
        mainUses(each.quotas)
          .map(({ label, words }) => `${label} ${words}`)
          .join(', '),
      render: each => <QuotaUses uses={mainUses(each.quotas)} />,
    },
    {
      id: 'by',
      label: 'Made by',
      value: each => nameOf(each.createdBy),
      render: each => <MadeBy by={each.createdBy} />,
    },
    {
      id: 'made',
      label: 'Made',
      value: each => each.createdAt,
      render: each => <RelativeTime at={each.createdAt} />,
    },
    {
      id: 'ends',
      label: 'Ends in',
      numeric: true,
      value: each => each.expiresAt,
      text: each => momentInWords(each.expiresAt),
      render: each => <Countdown environment={each} ahead={ahead} />,
    },
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
