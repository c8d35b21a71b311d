import type { Waiver } from '@squadron/plugin-scorecards-common';
import {
  DataColumn,
  DataTable,
  EmptyState,
  RelativeTime,
  StatusMark,
} from '@squadron/ui';
import { waiverMark } from './lib/waiverView';

const columns: DataColumn<Waiver>[] = [
  { id: 'kpi', label: 'KPI', value: ({ kpiTitle }) => kpiTitle },
  { id: 'entity', label: 'Of', value: ({ entity }) => entity.title },
  {
    id: 'state',
    label: 'State',
    value: waiver => waiverMark(waiver).words,
    render: waiver => {
      const { status, words } = waiverMark(waiver);
      return (
        <StatusMark status={status}>
          {waiver.mine ? `${words}: yours` : words}
        </StatusMark>
      );
    },
  },
  { id: 'until', label: 'Until', value: ({ until }) => until },
  {
    id: 'by',
    label: 'Asked by',
    value: ({ requestedBy }) => requestedBy.title,
  },
  {
    id: 'at',
    label: 'Asked',
    value: ({ requestedAt }) => requestedAt,
    render: ({ requestedAt }) => <RelativeTime at={requestedAt} />,
  },
];

/** Waivers of the scope; what waits for the reader says so. */
export function WaiverTable(props: {
  waivers: Waiver[];
  onOpen: (waiver: Waiver) => void;
}) {
  return (
    <DataTable
      name="waivers"
      label="Waivers"
      rows={props.waivers}
      columns={columns}
      rowId={({ id }) => id}
      onRowAction={props.onOpen}
      empty={
        <EmptyState title="There is no waiver">
          Who cannot meet a target for a while asks for a waiver on the page of
          its KPI; the lead of the group above decides it here.
        </EmptyState>
      }
    />
  );
}
