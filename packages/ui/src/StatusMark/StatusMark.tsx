import clsx from 'clsx';
import { ReactNode } from 'react';
import styles from './StatusMark.module.css';

/** What a mark can say. */
export type Status =
  'met' | 'at-risk' | 'missed' | 'no-data' | 'waived' | 'stale' | 'sample';

export interface StatusMarkProps {
  status: Status;
  /** The words beside the mark; the name of the status when left out. */
  children?: ReactNode;
  className?: string;
}

/** The name of each status, for where a mark has no room for words. */
export const statusWords: Record<Status, string> = {
  met: 'met',
  'at-risk': 'at risk',
  missed: 'missed',
  'no-data': 'no data',
  waived: 'waived',
  stale: 'stale',
  sample: 'sample',
};

const glyphs: Record<Status, ReactNode> = {
  met: <path d="M2.5 8.5l3.5 3.5 7.5-8" />,
  'at-risk': <path d="M8 2.5l6 11H2z" className={styles.solid} />,
  missed: <path d="M3.5 3.5l9 9m0-9l-9 9" />,
  'no-data': (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M5.2 10.8l5.6-5.6" className={styles.hatch} />
    </>
  ),
  waived: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 0 0 11z" className={styles.solid} />
    </>
  ),
  stale: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  sample: <path d="M2.5 5.5h11M2.5 10.5h11M6 2.5L5 13.5M11 2.5l-1 11" />,
};

/** A state as icon and words, never as colour alone. */
export function StatusMark({ status, children, className }: StatusMarkProps) {
  return (
    <span className={clsx(styles.mark, className)} data-status={status}>
      <svg
        className={styles.icon}
        viewBox="0 0 16 16"
        aria-hidden="true"
        focusable="false"
      >
        {glyphs[status]}
      </svg>
      <span>{children ?? statusWords[status]}</span>
    </span>
  );
}
