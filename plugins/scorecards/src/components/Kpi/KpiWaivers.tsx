import { useApi } from '@backstage/frontend-plugin-api';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import { Link } from '@backstage/ui';
import {
  ErrorState,
  LoadingState,
  SectionCard,
  StatusMark,
  useLoad,
} from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { waiverMark } from '../Waivers/lib/waiverView';
import styles from './Kpi.module.css';

/** The waivers that there were and are. */
export function KpiWaivers({ kpi, entity }: { kpi: Kpi; entity?: string }) {
  const api = useApi(scorecardsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.waivers({ query: { kpi: kpi.id, root: entity } }, { signal }),
    [api, kpi.id, entity],
  );
  const { value, error, retry } = useLoad(load);
  return (
    <SectionCard title="Waivers">
      {error && !value && <ErrorState error={error} onRetry={retry} />}
      {!value && !error && (
        <LoadingState label="Reading the waivers" lines={2} />
      )}
      {value?.items.length === 0 && (
        <p className={styles.quiet}>Nobody asked for one.</p>
      )}
      <ul className={styles.targets}>
        {value?.items.map(waiver => {
          const { status, words } = waiverMark(waiver);
          return (
            <li key={waiver.id}>
              <StatusMark status={status}>{words}</StatusMark>{' '}
              <Link href={`/scorecards/waivers?show=all&waiver=${waiver.id}`}>
                {waiver.entity.title}
              </Link>
              {': '}
              {waiver.reason}
            </li>
          );
        })}
      </ul>
    </SectionCard>
  );
}
