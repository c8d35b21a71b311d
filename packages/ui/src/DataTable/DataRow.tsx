import { MouseEvent, ReactNode, useRef } from 'react';
import { Link } from 'react-router-dom';
import styles from './DataTable.module.css';
import { DataColumn } from './rows';

interface DataRowProps<T> {
  row: T;
  /** Its place in the whole table when only a part is in the page. */
  rowIndex?: number;
  columns: DataColumn<T>[];
  href?: string;
  onAction?: (row: T) => void;
}

function isInteractive(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a,button') !== null;
}

/** One row: its first cell leads on by keyboard, the whole of it by mouse. */
export function DataRow<T>(props: DataRowProps<T>) {
  const { row, rowIndex, columns, href, onAction } = props;
  const lead = useRef<HTMLElement | null>(null);
  const content = ({ value, render }: DataColumn<T>): ReactNode =>
    render ? render(row) : value(row);
  const onClick = ({ target, currentTarget }: MouseEvent) => {
    // A click in a menu that a cell opened comes here too, though it lies elsewhere in the page.
    const isInRow = target instanceof Node && currentTarget.contains(target);
    if (isInRow && !isInteractive(target)) lead.current?.click();
  };
  const head = () => {
    const first = content(columns[0]);
    if (href) {
      return (
        <Link
          ref={link => {
            lead.current = link;
          }}
          to={href}
        >
          {first}
        </Link>
      );
    }
    if (!onAction) return first;
    return (
      <button
        type="button"
        ref={button => {
          lead.current = button;
        }}
        className={styles.action}
        onClick={() => onAction(row)}
      >
        {first}
      </button>
    );
  };
  const leads = href !== undefined || onAction !== undefined;
  return (
    <tr
      aria-rowindex={rowIndex}
      data-leads={leads || undefined}
      onClick={leads ? onClick : undefined}
    >
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.id} scope="row">
            {head()}
          </th>
        ) : (
          <td key={column.id} data-numeric={column.numeric}>
            {content(column)}
          </td>
        ),
      )}
    </tr>
  );
}
