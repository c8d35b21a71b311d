import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useCommand } from '@squadron/plugin-org-model-react';
import type { CollectorStatus, Run } from '@squadron/plugin-scorecards-common';
import {
  Drawer,
  ErrorState,
  LoadingState,
  RelativeTime,
  StatusMark,
  useLoad,
} from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import styles from './Collectors.module.css';
import { runDuration, runMark } from './lib/collectorView';

function RunItem({ run }: { run: Run }) {
  const { status, words } = runMark(run.state);
  return (
    <li className={styles.run}>
      <span className={styles.head}>
        <StatusMark status={status}>{words}</StatusMark>
        <RelativeTime at={run.startedAt} />
        <span className={styles.quiet}>{runDuration(run)}</span>
      </span>
      <span className={styles.quiet}>
        {run.answered} of {run.kpis} KPIs answered · {run.accepted} samples
        {run.rejected > 0 && ` · ${run.rejected} not taken`}
        {run.attempts > 1 && ` · ${run.attempts} attempts`} · {run.trigger}
      </span>
      {run.problems.length > 0 && (
        <ul className={styles.problems}>
          {run.problems.map(({ kpi, message }) => (
            <li key={`${kpi} ${message}`}>
              {kpi && <code>{kpi}</code>} {message}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** A collector's runs, and the button that runs it now. */
export function CollectorDrawer(props: {
  collector: CollectorStatus;
  onRun: () => void;
  onClose: () => void;
}) {
  const { collector, onRun, onClose } = props;
  const api = useApi(scorecardsApiRef);
  const { busy, send } = useCommand();
  const { id, title } = collector;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.runs({ query: { collector: id, limit: 20 } }, { signal }),
    [api, id],
  );
  const runs = useLoad(load);
  const runNow = async () => {
    const sent = await send(() => api.runCollector({ params: { id } }), {
      done: ({ kpis }) => `${title} asks for ${kpis} KPIs`,
      failed: `${title} was not started`,
    });
    if (!sent) return;
    runs.retry();
    onRun();
  };
  return (
    <Drawer
      title={title}
      subtitle={`${collector.type} · ${collector.kpis} KPIs`}
      onClose={onClose}
      actions={
        <Button onPress={runNow} isDisabled={busy}>
          Run now
        </Button>
      }
    >
      {runs.error && !runs.value && (
        <ErrorState error={runs.error} onRetry={runs.retry} />
      )}
      {!runs.value && !runs.error && <LoadingState label="Reading the runs" />}
      {runs.value?.items.length === 0 && <p>It has not run yet.</p>}
      <ol className={styles.runs}>
        {runs.value?.items.map(run => (
          <RunItem key={run.id} run={run} />
        ))}
      </ol>
    </Drawer>
  );
}
