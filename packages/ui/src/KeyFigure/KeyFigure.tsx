import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Status, StatusMark } from '../StatusMark';
import styles from './KeyFigure.module.css';

export interface KeyFigureProps {
  /** What is counted, such as "groups without a lead". */
  label: string;
  /** The figure itself, already in words a person reads: "41", "94.6". */
  value: ReactNode;
  /** Lighter, after the value: "%", "of 41". */
  unit?: string;
  /** A line below: the target, the age, the source. */
  detail?: ReactNode;
  status?: Status;
  /** Where the figure comes from; the whole tile is then a link. */
  href?: string;
}

function Figure({ label, value, unit, detail, status }: KeyFigureProps) {
  return (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        {value}
        {unit && <span className={styles.unit}> {unit}</span>}
      </span>
      {(status || detail) && (
        <span className={styles.detail}>
          {status ? <StatusMark status={status}>{detail}</StatusMark> : detail}
        </span>
      )}
    </>
  );
}

/** One figure of a page's first row, with what it is made of one click away. */
export function KeyFigure(props: KeyFigureProps) {
  return (
    <li className={styles.tile}>
      {props.href ? (
        <Link className={styles.link} to={props.href}>
          <Figure {...props} />
        </Link>
      ) : (
        <div className={styles.plain}>
          <Figure {...props} />
        </div>
      )}
    </li>
  );
}

export interface KeyFigureRowProps {
  /** What the figures are about; a screen reader hears it. */
  label: string;
  children: ReactNode;
}

/** The row of key figures below a page's header. */
export function KeyFigureRow({ label, children }: KeyFigureRowProps) {
  return (
    <ul className={styles.row} aria-label={label}>
      {children}
    </ul>
  );
}
