import type { RowCell } from '@squadron/plugin-scorecards-common';
import { StatusMark } from '@squadron/ui';
import styles from './Overview.module.css';

/** Says how much of the page is made up, and how it leaves. */
export function SampleNotice(props: {
  cells: readonly RowCell[];
  /** All that there are, when more than are at hand. */
  total: number;
}) {
  const { cells, total } = props;
  const made = cells.filter(({ source }) => source === 'sample').length;
  if (made === 0) return null;
  return (
    <p className={styles.notice} role="note">
      <StatusMark status="sample" /> {made} of{' '}
      {total > cells.length && 'the first '}
      {cells.length} values are made up, so that a new portal shows something.{' '}
      <code>npm run sample -- --remove</code> takes them out.
    </p>
  );
}
