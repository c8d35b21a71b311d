import type { Campaign } from '@squadron/plugin-scorecards-common';
import { DataColumn, DataTable, EmptyState, StatusMark } from '@squadron/ui';
import { percent } from '../../lib/marks';
import { campaignMark } from './lib/campaignView';

const columns: DataColumn<Campaign>[] = [
  { id: 'title', label: 'Campaign', value: ({ title }) => title },
  { id: 'group', label: 'For', value: ({ group }) => group.title },
  { id: 'owner', label: 'Owner', value: ({ owner }) => owner.title },
  {
    id: 'state',
    label: 'State',
    value: campaign => campaignMark(campaign).words,
    render: campaign => {
      const { status, words } = campaignMark(campaign);
      return <StatusMark status={status}>{words}</StatusMark>;
    },
  },
  { id: 'due', label: 'Due', value: ({ due }) => due },
  {
    id: 'progress',
    label: 'Done',
    numeric: true,
    value: ({ progress }) => progress,
    render: ({ progress }) => percent(progress),
  },
];

/** Campaigns of the scope. */
export function CampaignTable(props: {
  campaigns: Campaign[];
  onOpen: (campaign: Campaign) => void;
}) {
  return (
    <DataTable
      name="campaigns"
      label="Campaigns"
      rows={props.campaigns}
      columns={columns}
      rowId={({ id }) => id}
      onRowAction={props.onOpen}
      empty={
        <EmptyState title="No campaign yet">
          A campaign names KPIs that are to hold by a date, with who drives it.
          Its progress is counted from the day on which it begins.
        </EmptyState>
      }
    />
  );
}
