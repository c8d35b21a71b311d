import { useApi } from '@backstage/frontend-plugin-api';
import { GroupLink } from '@squadron/plugin-org-model-react';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  SectionCard,
  Sparkline,
  useLoad,
} from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { percent, points } from '../../lib/marks';
import styles from './Overview.module.css';

const most = 8;

function useLeaderboard(roots: string[] | undefined) {
  const api = useApi(scorecardsApiRef);
  const key = roots && JSON.stringify(roots);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.leaderboard({ query: { root: JSON.parse(key ?? '[]') } }, { signal }),
    [api, key],
  );
  return useLoad(key === undefined ? undefined : load);
}

/** Squads by how much they improved in thirty days, whatever their rank. */
export function Leaderboard({ roots }: { roots: string[] | undefined }) {
  const { value, error, retry } = useLeaderboard(roots);
  const improved = value?.items.filter(({ change = 0 }) => change > 0) ?? [];
  return (
    <SectionCard title="Most improved in 30 days">
      {error && !value && <ErrorState error={error} onRetry={retry} />}
      {!value && !error && (
        <LoadingState label="Reading who improved" lines={5} />
      )}
      {value && improved.length === 0 && (
        <EmptyState title="No squad improved its score">
          A squad is here when its score is higher than thirty days ago.
        </EmptyState>
      )}
      {improved.length > 0 && (
        <ol className={styles.board}>
          {improved
            .slice(0, most)
            .map(({ ref, title, score, change, trend }) => (
              <li key={ref} className={styles.boardRow}>
                <GroupLink entityRef={ref}>{title}</GroupLink>
                <Sparkline values={trend} label={`Score of ${title} by week`} />
                <span className={styles.figure}>{percent(score)}</span>
                <span className={styles.gain}>{points(change)}</span>
              </li>
            ))}
        </ol>
      )}
    </SectionCard>
  );
}
