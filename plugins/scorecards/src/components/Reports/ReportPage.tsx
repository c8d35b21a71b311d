import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Report } from '@squadron/plugin-scorecards-common';
import {
  ScopePicker,
  useCommand,
  useScopeRoots,
} from '@squadron/plugin-org-model-react';
import {
  ErrorState,
  KeyFigure,
  KeyFigureRow,
  LoadingState,
  PageHeader,
  saveFile,
  useLoad,
} from '@squadron/ui';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { percent, points } from '../../lib/marks';
import { periodInWords } from './lib/periods';
import { ReportBody } from './ReportBody';
import { useViews } from '../ScorecardsPage/views';

function titleOf({ kind, root, period }: Report): string {
  const readers = kind === 'weekly' ? 'Leadership' : 'Executive';
  return `${readers} report: ${root.title}, ${periodInWords(period)}`;
}

function Figures({ report }: { report: Report }) {
  const { health, before } = report;
  const change =
    health.score !== undefined && before?.score !== undefined
      ? points(health.score - before.score)
      : undefined;
  const than = (then: number | undefined) =>
    then === undefined ? 'nothing to compare with' : `${then} the time before`;
  // None missed is good news only where something was measured.
  const good = health.score === undefined ? undefined : 'met';
  const statusOf = (count: number, bad: 'missed' | 'at-risk') =>
    count > 0 ? bad : good;
  return (
    <KeyFigureRow label="The period in figures">
      <KeyFigure
        label="Score"
        value={percent(health.score)}
        detail={change ?? 'nothing to compare with'}
      />
      <KeyFigure
        label="Missed"
        value={health.missed}
        status={statusOf(health.missed, 'missed')}
        detail={than(before?.missed)}
      />
      <KeyFigure
        label="At risk"
        value={health.atRisk}
        status={statusOf(health.atRisk, 'at-risk')}
        detail={than(before?.atRisk)}
      />
      <KeyFigure
        label="Coverage"
        value={percent(health.coverage)}
        detail={`${health.noData + health.error} not measured`}
      />
    </KeyFigureRow>
  );
}

/** A weekly or monthly report: to be read, printed, or taken along as a table. */
export function ReportPage() {
  const api = useApi(scorecardsApiRef);
  const { period = '' } = useParams();
  const { roots } = useScopeRoots();
  const { send } = useCommand();
  const root = roots?.at(0);
  const known = roots !== undefined;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.report({ params: { period }, query: { root } }, { signal }),
    [api, period, root],
  );
  const { value: report, error, retry } = useLoad(known ? load : undefined);
  const exportCsv = () =>
    send(
      async () => {
        const text = await api.reportCsv({
          params: { period },
          query: { root },
        });
        saveFile(`report-${period}.csv`, 'text/csv;charset=utf-8', text);
      },
      { done: () => 'The table is saved', failed: 'The table was not made' },
    );
  return (
    <>
      <PageHeader
        title={report ? titleOf(report) : `Report, ${periodInWords(period)}`}
        answer={report?.answer}
        breadcrumbs={[{ label: 'Reports', href: '/scorecards/reports' }]}
        scope={<ScopePicker />}
        actions={
          report && (
            <>
              <Button size="small" variant="secondary" onPress={exportCsv}>
                Export CSV
              </Button>
              <Button size="small" onPress={() => window.print()}>
                Print
              </Button>
            </>
          )
        }
        tabs={useViews()}
        activeTab="reports"
      />
      {error && !report && (
        <ErrorState
          title="The report could not be made"
          error={error}
          onRetry={retry}
        />
      )}
      {!report && !error && (
        <LoadingState label="Making the report" lines={12} />
      )}
      {report && (
        <>
          <Figures report={report} />
          <ReportBody report={report} />
        </>
      )}
    </>
  );
}
