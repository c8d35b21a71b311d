import { useApi } from '@backstage/frontend-plugin-api';
import { isLead, useMe } from '@squadron/plugin-org-model-react';
import {
  ErrorState,
  LoadingState,
  StatusMark,
  Tile,
  useLoad,
} from '@squadron/ui';
import { Link } from '@backstage/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import styles from './HomeWidgets.module.css';

function Requests() {
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
      <>
        <StatusMark status="met">No waiver waits for you</StatusMark>
        <p className={styles.more}>
          <Link href="/scorecards/waivers">All waivers</Link>
        </p>
      </>
    );
  }
  return (
    <ul className={styles.list}>
      {value.items.map(({ id, kpiTitle, entity, until, requestedBy }) => (
        <li key={id} className={styles.row}>
          <Link href={`/scorecards/waivers?waiver=${id}`}>
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

/** Requests for a waiver that wait for the reader. Absent for who leads nobody, and so decides none. */
export function WaiversToDecide({ title }: { title?: string }) {
  const { value: me } = useMe();
  return me && isLead(me) ? <Tile title={title} Content={Requests} /> : <></>;
}
