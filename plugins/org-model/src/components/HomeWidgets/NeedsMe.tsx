import { useMe } from '@squadron/plugin-org-model-react';
import { ErrorState, LoadingState, StatusMark } from '@squadron/ui';
import { Link } from 'react-router-dom';
import styles from './HomeWidgets.module.css';

/** What waits for the person, most urgent first; each line leads to where it is put right. */
export function NeedsMe() {
  const { value: me, error, retry } = useMe();
  if (error && !me) return <ErrorState error={error} onRetry={retry} />;
  if (!me) return <LoadingState label="Reading what needs you" lines={3} />;
  if (!me.attention.length) {
    return (
      <div className={styles.calm}>
        <StatusMark status="met">Nothing waits for you</StatusMark>
        <Link className={styles.link} to="/rhythm?scope=_mine&view=list">
          See what your groups have in the next 30 days
        </Link>
      </div>
    );
  }
  return (
    <ul className={styles.list}>
      {me.attention.map(({ text, count, to }) => (
        <li key={`${text} ${to}`} className={styles.row}>
          <Link className={styles.attention} to={to}>
            <strong className={styles.count}>{count}</strong>
            <span>{text}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
