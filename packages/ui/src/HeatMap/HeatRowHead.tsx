import { CSSProperties } from 'react';
import { Link } from 'react-router-dom';
import { HeatRow } from './heatMapTypes';
import styles from './HeatMap.module.css';
import { HeatLine } from './heatRows';

interface HeatRowHeadProps<TRow> {
  line: HeatLine<TRow>;
  href?: string;
  onFollow?: (row: TRow) => void;
  onAction?: (row: TRow) => void;
  onToggle: (rowId: string) => void;
}

/** The name of a row, set in by its depth, with what unfolds it. */
export function HeatRowHead<TRow extends HeatRow>(
  props: HeatRowHeadProps<TRow>,
) {
  const { line, href, onFollow, onAction, onToggle } = props;
  const { row, expanded } = line;
  const focusable = { 'data-cell': 0, tabIndex: -1, className: styles.name };
  const name = () => {
    if (href) {
      return (
        <Link to={href} onClick={() => onFollow?.(row)} {...focusable}>
          {row.label}
        </Link>
      );
    }
    if (!onAction) return <span className={styles.name}>{row.label}</span>;
    return (
      <button type="button" onClick={() => onAction(row)} {...focusable}>
        {row.label}
      </button>
    );
  };
  const leads = href !== undefined || onAction !== undefined;
  return (
    <th
      role="rowheader"
      scope="row"
      className={styles.rowHead}
      style={{ '--depth': row.depth } as CSSProperties}
      {...(!leads && { 'data-cell': 0, tabIndex: -1 })}
    >
      <span className={styles.rowName}>
        {expanded === undefined ? (
          <span className={styles.leaf} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={styles.toggle}
            aria-label={`${expanded ? 'Fold' : 'Unfold'} ${row.label}`}
            onClick={() => onToggle(row.id)}
          >
            <span className={styles.chevron} data-open={expanded} />
          </button>
        )}
        {name()}
      </span>
    </th>
  );
}
