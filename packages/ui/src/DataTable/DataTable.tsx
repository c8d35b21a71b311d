import { Button, SearchField } from '@backstage/ui';
import { ReactNode, useMemo, useRef } from 'react';
import { downloadCsv, toCsv } from '../files';
import { GapRow, useRowWindow } from '../grid';
import { DataRow } from './DataRow';
import { DataHead } from './DataHead';
import styles from './DataTable.module.css';
import { arrangeRows, DataColumn, textOf } from './rows';
import { useTableState } from './useTableState';

export interface DataTableProps<T> {
  /** Names the table in the address and the exported file; unique on its page. */
  name: string;
  /** What the rows are, such as "Groups without a lead"; a screen reader hears it. */
  label: string;
  /** The first column names the row. */
  columns: DataColumn<T>[];
  rows: T[];
  rowId: (row: T) => string;
  /** Where a row leads; its first cell is the link. */
  rowHref?: (row: T) => string;
  /** What a row opens, such as a drawer; its first cell is the button. */
  onRowAction?: (row: T) => void;
  /** Stands in place of the table when there are no rows at all. */
  empty?: ReactNode;
}

/** From here on only the rows in view are in the page. */
const longTable = 150;
const rowHeight = 37;

function rowCount(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}

/** A table that sorts, filters and exports, with its state in the address. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { name, label, columns, rows, rowId, rowHref, onRowAction } = props;
  const { filter, sort, setFilter, toggleSort } = useTableState(name);
  const frame = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    () => arrangeRows(rows, columns, filter, sort),
    [rows, columns, filter, sort],
  );
  const { long, first, visible, below } = useRowWindow({
    rows: shown,
    frame,
    longFrom: longTable,
    rowHeight,
  });

  if (rows.length === 0 && props.empty) return <>{props.empty}</>;
  const exportCsv = () =>
    downloadCsv(
      name,
      toCsv(
        columns.map(column => column.label),
        shown.map(row => columns.map(column => textOf(column, row))),
      ),
    );
  return (
    <div className={styles.root}>
      <div className={styles.tools}>
        <SearchField
          aria-label={`Filter: ${label}`}
          placeholder="Filter"
          size="small"
          className={styles.filter}
          value={filter}
          onChange={setFilter}
        />
        <span className={styles.count} role="status">
          {shown.length === rows.length
            ? rowCount(rows.length)
            : `${shown.length} of ${rowCount(rows.length)}`}
        </span>
        <Button size="small" variant="secondary" onPress={exportCsv}>
          Export CSV
        </Button>
      </div>
      <div ref={frame} className={styles.frame} data-long={long || undefined}>
        <table
          className={styles.table}
          aria-label={label}
          aria-rowcount={long ? shown.length + 1 : undefined}
        >
          <DataHead columns={columns} sort={sort} onSort={toggleSort} />
          <tbody>
            <GapRow
              rows={first}
              rowHeight={rowHeight}
              columns={columns.length}
            />
            {visible.map((row, index) => (
              <DataRow
                key={rowId(row)}
                row={row}
                rowIndex={long ? first + index + 2 : undefined}
                columns={columns}
                href={rowHref?.(row)}
                onAction={onRowAction}
              />
            ))}
            <GapRow
              rows={below}
              rowHeight={rowHeight}
              columns={columns.length}
            />
            {shown.length === 0 && (
              <tr>
                <td colSpan={columns.length} className={styles.none}>
                  {filter
                    ? `No row holds “${filter}”. Shorten the filter to see more.`
                    : 'There are no rows.'}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}
