import { useApi } from '@backstage/frontend-plugin-api';
import { GroupLink, useMe } from '@squadron/plugin-org-model-react';
import { Link } from '@backstage/ui';
import { ErrorState, LoadingState, StatusMark, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { markOf } from '../../lib/marks';
import { kpiPath } from '../../lib/paths';
import styles from './HomeWidgets.module.css';

const most = 6;

function useMissed() {
  const api = useApi(scorecardsApiRef);
  const { value: me, error, retry } = useMe();
  const key = me && JSON.stringify(me.groups.map(({ ref }) => ref));
  const load = useCallback(
    async (signal: AbortSignal) => {
      const root: string[] = JSON.parse(key ?? '[]');
      if (root.length === 0) return null;
      return api.entities(
        {
          query: {
            root,
            status: ['missed', 'at_risk', 'error', 'stale', 'no_data'],
            waived: 'false',
            limit: most,
          },
        },
        { signal },
      );
    },
    [api, key],
  );
  const read = useLoad(key === undefined ? undefined : load);
  return {
    ...read,
    error: read.error ?? error,
    retry: error ? retry : read.retry,
  };
}

/** What my groups miss or nobody measures, the most urgent first, each with the way to its trend and to what can be done. */
export function TargetsMissed() {
  const { value, error, loading, retry } = useMissed();
  if (error && !value) return <ErrorState error={error} onRetry={retry} />;
  if (loading) return <LoadingState label="Reading your targets" lines={3} />;
  if (!value) {
    return (
      <StatusMark status="no-data">
        You are in no group yet, so that no target is yours.
      </StatusMark>
    );
  }
  const { items, total = items.length } = value;
  if (items.length === 0) {
    return (
      <>
        <StatusMark status="met">Your groups meet every target</StatusMark>
        <p className={styles.more}>
          <Link href="/scorecards?scope=_mine">See all your targets</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {items.map(cell => {
          const { status, words } = markOf(cell);
          return (
            <li key={`${cell.kpi} ${cell.entity}`} className={styles.row}>
              <span>
                <Link href={kpiPath(cell.kpi, cell.entity)}>{cell.title}</Link>
                {', '}
                <GroupLink entityRef={cell.group}>{cell.groupTitle}</GroupLink>
              </span>
              <StatusMark status={status}>
                {cell.text ? `${cell.text}, ${words}` : words}
              </StatusMark>
            </li>
          );
        })}
      </ul>
      <p className={styles.more}>
        <Link href="/scorecards?scope=_mine">
          {total > items.length ? `All ${total} of them` : 'All your targets'}
        </Link>
      </p>
    </>
  );
}
