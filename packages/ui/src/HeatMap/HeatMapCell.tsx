import { Link } from 'react-router-dom';
import { StatusMark, statusWords } from '../StatusMark';
import { HeatCell } from './heatMapTypes';
import styles from './HeatMap.module.css';

interface HeatMapCellProps {
  /** Row and column in words, for the tip. */
  title: string;
  cell: HeatCell | undefined;
  /** Its number among the columns in sight, from 1. */
  place: number;
  href?: string;
  onAction?: () => void;
}

function Nothing({ place }: { place: number }) {
  return (
    <td
      role="gridcell"
      data-cell={place}
      tabIndex={-1}
      aria-label="does not apply"
    >
      <span aria-hidden="true" className={styles.nothing}>
        –
      </span>
    </td>
  );
}

/** A mark with a few letters on a calm ground; all of it is the link or button. */
export function HeatMapCell(props: HeatMapCellProps) {
  const { title, cell, place, href, onAction } = props;
  if (!cell) return <Nothing place={place} />;
  const { status, text, description, stale } = cell;
  const name = [text, statusWords[status], stale && 'stale', description]
    .filter(Boolean)
    .join(', ');
  const focusable = {
    'data-cell': place,
    'data-tip': `${title}\n${name}`,
    tabIndex: -1,
    'aria-label': name,
  };
  const look = {
    className: styles.cell,
    'data-status': status,
    'data-stale': stale || undefined,
  };
  const mark = <StatusMark status={status}>{text ?? ''}</StatusMark>;
  if (href) {
    return (
      <td role="gridcell">
        <Link to={href} {...focusable} {...look}>
          {mark}
        </Link>
      </td>
    );
  }
  if (onAction) {
    return (
      <td role="gridcell">
        <button type="button" onClick={onAction} {...focusable} {...look}>
          {mark}
        </button>
      </td>
    );
  }
  return (
    <td role="gridcell" {...focusable}>
      <span {...look}>{mark}</span>
    </td>
  );
}
