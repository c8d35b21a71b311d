import { KeyboardEvent, RefObject, useEffect, useMemo, useRef } from 'react';
import { GapRow, useRovingGrid, useRowWindow } from '../grid';
import { TipArea } from '../TipArea';
import { HeatHead } from './HeatHead';
import { HeatMapCell } from './HeatMapCell';
import styles from './HeatMap.module.css';
import { HeatMapProps, HeatRow } from './heatMapTypes';
import { HeatRowHead } from './HeatRowHead';
import { HeatLine, LeafColumn, leafColumns, visibleLines } from './heatRows';
import { treeMove } from './treeKeys';

/** From here on only the rows in view are in the page. */
const longMap = 200;
const rowHeight = 37;
// A table may take any role (ARIA in HTML); as one it keeps columns of equal width and heads that span.
const treegrid = { role: 'treegrid' };
const noColumns: ReadonlySet<string> = new Set();

interface LineProps<TRow extends HeatRow> extends HeatMapProps<TRow> {
  line: HeatLine<TRow>;
  rowIndex?: number;
  leaves: Array<LeafColumn<TRow>>;
}

function Line<TRow extends HeatRow>(props: LineProps<TRow>) {
  const { line, rowIndex, leaves, cellOf, cellHref, onCellAction } = props;
  const { row, expanded, position, siblings } = line;
  return (
    <tr
      role="row"
      data-row={row.id}
      aria-level={row.depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={expanded}
      aria-rowindex={rowIndex}
    >
      <HeatRowHead
        line={line}
        href={props.rowHref?.(row)}
        onFollow={props.onRowFollow}
        onAction={props.onRowAction}
        onToggle={props.onToggle}
      />
      {leaves.map(({ column }, index) =>
        column.render ? (
          <td
            key={column.id}
            role="gridcell"
            data-cell={index + 1}
            data-pinned={column.pinned}
            tabIndex={-1}
          >
            {column.render(row)}
          </td>
        ) : (
          <HeatMapCell
            key={column.id}
            title={`${row.label} · ${column.label}`}
            cell={cellOf(row, column.id)}
            place={index + 1}
            href={cellHref?.(row, column.id)}
            onAction={onCellAction && (() => onCellAction(row, column.id))}
          />
        ),
      )}
    </tr>
  );
}

/** Focuses the name of a row; false when the row is not in the page. */
function focusRow(table: HTMLElement | null, rowId: string): boolean {
  const rows = [...(table?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const name = rows
    .find(({ dataset }) => dataset.row === rowId)
    ?.querySelector<HTMLElement>('[data-cell="0"]');
  name?.focus();
  return name !== null && name !== undefined;
}

/** The row to focus as soon as it is in the page; `first` only as long as nothing else has the focus. */
function useWantedRow(table: RefObject<HTMLElement>, first?: string) {
  const wanted = useRef<string>();
  useEffect(() => {
    if (document.activeElement === document.body) wanted.current = first;
  }, [first]);
  useEffect(() => {
    const row = wanted.current;
    if (row !== undefined && focusRow(table.current, row)) {
      wanted.current = undefined;
    }
  });
  return wanted;
}

/** A tree of rows against columns that unfold: one mark in each cell, one stop of the Tab key, arrow keys inside. */
export function HeatMap<TRow extends HeatRow>(props: HeatMapProps<TRow>) {
  const { label, rows, columns, expanded, expandedColumns = noColumns } = props;
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const roving = useRovingGrid(table);
  const lines = useMemo(() => visibleLines(rows, expanded), [rows, expanded]);
  const leaves = useMemo(
    () => leafColumns(columns, expandedColumns),
    [columns, expandedColumns],
  );
  const { long, first, visible, below, scrollTo } = useRowWindow({
    rows: lines,
    frame,
    longFrom: longMap,
    rowHeight,
  });
  const wanted = useWantedRow(table, props.focusedRow);
  const moveTo = (index: number) => {
    const target = lines.at(index);
    if (!target || focusRow(table.current, target.row.id)) return;
    // A row far away comes into the page with a later draw.
    wanted.current = target.row.id;
    scrollTo(lines.indexOf(target));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const indexOf = (id: string) => lines.findIndex(({ row }) => row.id === id);
    const move = treeMove(event, id => lines[indexOf(id)]);
    if (!move) {
      roving.onKeyDown(event);
      return;
    }
    event.preventDefault();
    if (move.do === 'toggle') props.onToggle(move.row);
    if (move.do === 'focus') moveTo(indexOf(move.row));
    if (move.do === 'edge') moveTo(move.end === 'first' ? 0 : -1);
  };
  const width = leaves.length + 1;
  return (
    <TipArea>
      <div
        ref={frame}
        role="presentation"
        className={styles.frame}
        data-long={long || undefined}
        data-pinned={leaves.some(({ column }) => column.pinned) || undefined}
        onFocus={roving.onFocus}
        onKeyDown={onKeyDown}
      >
        <table
          ref={table}
          {...treegrid}
          aria-label={label}
          aria-rowcount={long ? lines.length + 1 : undefined}
          className={styles.table}
        >
          <HeatHead
            rowsLabel={props.rowsLabel}
            columns={columns}
            leaves={leaves}
            expanded={expandedColumns}
            onToggle={props.onToggleColumn}
          />
          <tbody>
            <GapRow rows={first} rowHeight={rowHeight} columns={width} />
            {visible.map((line, index) => (
              <Line
                key={line.row.id}
                {...props}
                line={line}
                leaves={leaves}
                rowIndex={long ? first + index + 2 : undefined}
              />
            ))}
            <GapRow rows={below} rowHeight={rowHeight} columns={width} />
          </tbody>
        </table>
      </div>
    </TipArea>
  );
}
