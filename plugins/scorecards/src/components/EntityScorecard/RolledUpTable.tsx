import type { RolledUp, Verdict } from '@squadron/plugin-scorecards-common';
import { DataColumn, DataTable, StatusMark } from '@squadron/ui';
import { kpiPath } from '../../lib/paths';
import { withSigns } from '../../lib/withSigns';

const marks = {
  met: 'met',
  at_risk: 'at-risk',
  missed: 'missed',
  none: 'no-data',
} as const satisfies Record<Verdict, string>;

const columns: DataColumn<RolledUp>[] = [
  { id: 'title', label: 'Of the groups below', value: ({ title }) => title },
  {
    id: 'verdict',
    label: 'Status',
    value: ({ verdict }) => verdict,
    render: ({ verdict }) => <StatusMark status={marks[verdict]} />,
  },
  {
    id: 'value',
    label: 'Value',
    numeric: true,
    value: ({ value }) => value,
    render: ({ text }) => text ?? '–',
  },
  {
    id: 'target',
    label: 'Target',
    numeric: true,
    value: ({ target }) => (target ? withSigns(target) : 'none'),
  },
  {
    id: 'entities',
    label: 'Made of',
    numeric: true,
    value: ({ fresh }) => fresh,
    render: ({ fresh, entities }) => `${fresh} of ${entities}`,
  },
];

/** KPIs that several groups below report, as one value made of their sums and counts. */
export function RolledUpTable({ items }: { items: RolledUp[] }) {
  return (
    <DataTable
      name="rolled-up"
      label="Rolled-up values"
      rows={items}
      columns={columns}
      rowId={({ kpi }) => kpi}
      rowHref={({ kpi }) => kpiPath(kpi)}
    />
  );
}
