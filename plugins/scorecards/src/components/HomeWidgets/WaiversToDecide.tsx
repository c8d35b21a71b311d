import { useApi } from '@backstage/frontend-plugin-api';
import { EmptyState, ErrorState, LoadingState, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import styles from './HomeWidgets.module.css';

/** Requests for a waiver that wait for the reader. */
export function WaiversToDecide() {
  const api = useApi(scorecardsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.waivers(
        { query: { mine: 'true', state: ['requested'], limit: 5 } },
        { signal },
      ),
    [api],
  );
  const { value, error, retry } = useLoad(load);
  if (error && !value) return <ErrorState error={error} onRetry={retry} />;
  if (!value) return <LoadingState label="Reading the waivers" lines={2} />;
  if (value.items.length === 0) {
    return (
      <EmptyState
        title="No waiver waits for you"
        actions={<Link to="/scorecards/waivers">All waivers</Link>}
      >
        When a group below yours asks that a target need not hold for a while,
        you decide it here.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {value.items.map(({ id, kpiTitle, entity, until, requestedBy }) => (
        <li key={id} className={styles.row}>
          <Link to={`/scorecards/waivers?waiver=${id}`}>
            {kpiTitle}, {entity.title}
          </Link>
          <span>
            until {until}, asked by {requestedBy.title}
          </span>
        </li>
      ))}
    </ul>
  );
}
