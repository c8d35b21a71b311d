import type {
  Category,
  MatrixRow,
  RowCell,
} from '@squadron/plugin-scorecards-common';
import {
  HeatCell,
  HeatColumn,
  HeatMap,
  HeatRow,
  Sparkline,
} from '@squadron/ui';
import { useMemo } from 'react';
import {
  categoryField,
  cellField,
  cellsByGroup,
  CellsByGroup,
  HeatField,
  kpisOf,
  measuredRows,
  opensByItself,
} from '../../lib/heatMapView';
import { percent } from '../../lib/marks';
import { overviewPath } from '../../lib/paths';
import type { OverviewData } from './useOverview';
import type { OverviewState } from './useOverviewState';

interface Row extends HeatRow {
  row: MatrixRow;
}

function columnsOf(
  categories: readonly Category[],
  cells: readonly RowCell[],
): HeatColumn<Row>[] {
  return [
    ...categories.map(category => ({
      id: category,
      label: category,
      parts: kpisOf(cells, category).map(({ id, title }) => ({
        id,
        label: title,
      })),
    })),
    {
      id: 'score',
      label: 'score',
      description: 'Share of the targets that hold, weighted',
      render: ({ row }) => percent(row.health.score),
      pinned: true,
    },
    {
      id: 'trend',
      label: '12 weeks',
      render: ({ row }) => (
        <Sparkline label={`Score of ${row.title}`} values={row.trend} />
      ),
    },
  ];
}

function fieldOf(
  row: MatrixRow,
  columnId: string,
  categories: readonly Category[],
  own: CellsByGroup,
): HeatField | undefined {
  const place = categories.findIndex(category => category === columnId);
  if (place >= 0) return categoryField(row, place, categories[place], own);
  const cell = own.get(row.ref)?.find(({ kpi }) => kpi === columnId);
  return cell && cellField(cell);
}

function heatCell(field: HeatField | undefined): HeatCell | undefined {
  if (!field) return undefined;
  const { mark, text, title } = field;
  return {
    status: mark.status,
    text,
    description: title,
    stale: mark.status === 'stale',
  };
}

export interface OverviewHeatMapProps {
  data: OverviewData;
  state: OverviewState;
  onOpen: (cell: RowCell) => void;
  /** The group whose name was followed here: the focus goes on with it. */
  followed?: string;
  onFollow: (group: string) => void;
}

/** Groups against categories; rows open to the groups below, columns to their KPIs. */
export function OverviewHeatMap(props: OverviewHeatMapProps) {
  const { data, state, onOpen, followed, onFollow } = props;
  const { columns: categories, rows: all } = data.matrix;
  const own = useMemo(() => cellsByGroup(data.cells), [data.cells]);
  const columns = useMemo(
    () => columnsOf(categories, data.cells),
    [categories, data.cells],
  );
  const rows = useMemo(
    () =>
      measuredRows(all, state.statuses).map((row): Row => ({
        id: row.ref,
        label: row.title,
        depth: row.depth,
        row,
      })),
    [all, state.statuses],
  );
  const expanded = useMemo(
    () =>
      new Set(
        rows
          .filter(({ id, row }) => opensByItself(row) !== state.toggled.has(id))
          .map(({ id }) => id),
      ),
    [rows, state.toggled],
  );
  const toggleColumn = (id: string) =>
    state.setColumn(state.column === id ? '' : id);
  const onCellAction = ({ id, row }: Row, columnId: string) => {
    const field = fieldOf(row, columnId, categories, own);
    if (field?.cell) onOpen(field.cell);
    else if (expanded.has(id) || row.children === 0) toggleColumn(columnId);
    else state.toggle(id);
  };
  return (
    <HeatMap
      label="How groups stand, by category"
      rowsLabel="Group"
      rows={rows}
      columns={columns}
      cellOf={({ row }, columnId) =>
        heatCell(fieldOf(row, columnId, categories, own))
      }
      expanded={expanded}
      onToggle={state.toggle}
      expandedColumns={new Set([state.column])}
      onToggleColumn={toggleColumn}
      rowHref={({ id }) => overviewPath(id)}
      onRowFollow={({ id }) => onFollow(id)}
      focusedRow={followed}
      onCellAction={onCellAction}
    />
  );
}
