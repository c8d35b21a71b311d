import { useApi } from '@backstage/frontend-plugin-api';
import { GroupLink, PersonLink } from '@squadron/plugin-org-model-react';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  SectionCard,
  StatusMark,
  useLoad,
} from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { markOf, points } from '../../lib/marks';
import { kpiPath } from '../../lib/paths';
import styles from './Overview.module.css';
import { withSigns } from '../../lib/withSigns';

function useNextToFix(roots: string[] | undefined) {
  const api = useApi(scorecardsApiRef);
  const key = roots && JSON.stringify(roots);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.nextToFix(
        { query: { root: JSON.parse(key ?? '[]'), limit: 8 } },
        { signal },
      ),
    [api, key],
  );
  return useLoad(key === undefined ? undefined : load);
}

/** What to fix first: what the score would gain, who owns it and how it is fixed. */
export function NextToFix({ roots }: { roots: string[] | undefined }) {
  const { value, error, retry } = useNextToFix(roots);
  return (
    <SectionCard title="Next to fix">
      {error && !value && <ErrorState error={error} onRetry={retry} />}
      {!value && !error && (
        <LoadingState label="Reading what to fix" lines={5} />
      )}
      {value && value.items.length === 0 && (
        <EmptyState title="Nothing to fix">
          Every target that is measured holds or is waived. What nobody measures
          is in the table below, with its reason.
        </EmptyState>
      )}
      {value && value.items.length > 0 && (
        <ol className={styles.fixes}>
          {value.items.map(item => {
            const mark = markOf(item);
            return (
              <li key={`${item.kpi} ${item.entity}`} className={styles.fix}>
                <span className={styles.fixHead}>
                  <Link href={kpiPath(item.kpi, item.entity)}>
                    {item.title}
                  </Link>
                  <StatusMark status={mark.status}>
                    {item.text ?? mark.words}
                  </StatusMark>
                  {item.target && (
                    <span className={styles.quiet}>
                      target {withSigns(item.target)}
                    </span>
                  )}
                  <span className={styles.gain}>{points(item.gain)}</span>
                </span>
                <span className={styles.quiet}>
                  <GroupLink entityRef={item.owner.ref}>
                    {item.owner.title}
                  </GroupLink>
                  {item.lead && (
                    <>
                      {' · '}
                      <PersonLink entityRef={item.lead.ref}>
                        {item.lead.title}
                      </PersonLink>
                    </>
                  )}
                  {item.runbook && (
                    <>
                      {' · '}
                      <Link href={item.runbook}>Runbook</Link>
                    </>
                  )}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </SectionCard>
  );
}
