import type { RowCell } from '@squadron/plugin-scorecards-common';
import {
  DataColumn,
  DataTable,
  EmptyState,
  RelativeTime,
  StatusMark,
} from '@squadron/ui';
import { markOf } from '../../lib/marks';
import { withSigns } from '../../lib/withSigns';

/** Where the latest sample came from; what is made up says so. */
export function CellSource({ source }: Pick<RowCell, 'source'>) {
  if (source === 'sample') return <StatusMark status="sample" />;
  return <>{source ?? '–'}</>;
}

const columns: DataColumn<RowCell>[] = [
  { id: 'kpi', label: 'KPI', value: cell => cell.title, width: '24%' },
  {
    id: 'group',
    label: 'Owner',
    value: cell => cell.groupTitle,
    width: '24%',
  },
  { id: 'category', label: 'Category', value: cell => cell.category },
  {
    id: 'status',
    label: 'Status',
    value: cell => markOf(cell).words,
    render: cell => {
      const { status, words } = markOf(cell);
      return <StatusMark status={status}>{words}</StatusMark>;
    },
  },
  {
    id: 'value',
    label: 'Value',
    numeric: true,
    value: cell => cell.value,
    text: cell => cell.text,
    render: cell => cell.text ?? '–',
  },
  {
    id: 'target',
    label: 'Target',
    numeric: true,
    value: cell => cell.target,
    render: cell => (cell.target ? withSigns(cell.target) : 'none'),
  },
  {
    id: 'at',
    label: 'Measured',
    value: cell => cell.at,
    render: cell => (cell.at ? <RelativeTime at={cell.at} /> : 'never'),
  },
  {
    id: 'source',
    label: 'Source',
    value: cell => cell.source,
    render: cell => <CellSource source={cell.source} />,
  },
];

export interface CellTableProps {
  cells: RowCell[];
  /** All that there are, when more than are in the table. */
  total: number;
  onOpen: (cell: RowCell) => void;
}

/** The cells behind the heat map. */
export function CellTable({ cells, total, onOpen }: CellTableProps) {
  return (
    <>
      {total > cells.length && (
        <p role="note">
          The first {cells.length} of {total} KPIs are shown, the most urgent
          first. Narrow the scope to see the others.
        </p>
      )}
      <DataTable
        name="cells"
        label="KPIs"
        rows={cells}
        columns={columns}
        rowId={({ kpi, entity }) => `${kpi} ${entity}`}
        onRowAction={onOpen}
        empty={
          <EmptyState title="No KPI is like this">
            Take a filter back, or choose a wider scope. Definitions lie below{' '}
            <code>catalog-info/scorecards</code>.
          </EmptyState>
        }
      />
    </>
  );
}
