import type { Report } from '@squadron/plugin-scorecards-common';
import { DataColumn, DataTable, StatusMark } from '@squadron/ui';
import { healthMark, percent, points } from '../../lib/marks';
import { overviewPath } from '../../lib/paths';

type Group = Report['groups'][number];

const columns: DataColumn<Group>[] = [
  { id: 'title', label: 'Group', value: ({ title }) => title },
  {
    id: 'status',
    label: 'Targets',
    value: ({ health }) => healthMark(health).words,
    render: ({ health }) => {
      const { status, words } = healthMark(health);
      return <StatusMark status={status}>{words}</StatusMark>;
    },
  },
  {
    id: 'score',
    label: 'Score',
    numeric: true,
    value: ({ health }) => health.score,
    render: ({ health }) => percent(health.score),
  },
  {
    id: 'change',
    label: 'Change',
    numeric: true,
    value: ({ change }) => change,
    render: ({ change }) => points(change) ?? '–',
  },
  {
    id: 'coverage',
    label: 'Coverage',
    numeric: true,
    value: ({ health }) => health.coverage,
    render: ({ health }) => percent(health.coverage),
  },
];

/** How the groups below the root of a report stand, and how they stood. */
export function ReportGroups({ groups }: { groups: Group[] }) {
  return (
    <DataTable
      name="groups"
      label="Groups"
      rows={groups}
      columns={columns}
      rowId={({ ref }) => ref}
      rowHref={({ ref }) => overviewPath(ref)}
    />
  );
}
