import type {
  CollectorStatus,
  RunState,
} from '@squadron/plugin-scorecards-common';
import {
  DataColumn,
  DataTable,
  EmptyState,
  RelativeTime,
  StatusMark,
} from '@squadron/ui';
import styles from './Collectors.module.css';
import { collectorMark, runMark, skippedBecause } from './lib/collectorView';

/** The last runs as bars; what failed stands out by height and colour. */
function Recent({ states }: { states: RunState[] }) {
  const failed = states.filter(state => state === 'failed').length;
  return (
    <span
      className={styles.recent}
      role="img"
      aria-label={`${failed} of the last ${states.length} runs failed`}
    >
      {states.map((state, index) => (
        <span key={index} data-status={runMark(state).status} />
      ))}
    </span>
  );
}

const columns: DataColumn<CollectorStatus>[] = [
  { id: 'title', label: 'Collector', value: ({ title }) => title },
  {
    id: 'health',
    label: 'Health',
    value: collector => collectorMark(collector).words,
    render: collector => {
      const { status, words } = collectorMark(collector);
      const reason = skippedBecause(collector);
      return (
        <>
          <StatusMark status={status}>{words}</StatusMark>
          {reason && <span className={styles.reason}>{reason}</span>}
        </>
      );
    },
  },
  { id: 'kpis', label: 'KPIs', numeric: true, value: ({ kpis }) => kpis },
  {
    id: 'every',
    label: 'Every',
    numeric: true,
    value: ({ everySeconds }) => everySeconds,
    render: ({ everySeconds }) =>
      everySeconds < 60 ? `${everySeconds} s` : `${everySeconds / 60} min`,
  },
  {
    id: 'last',
    label: 'Last run',
    value: ({ lastRun }) => lastRun?.startedAt,
    render: ({ lastRun }) =>
      lastRun ? <RelativeTime at={lastRun.startedAt} /> : 'never',
  },
  {
    id: 'accepted',
    label: 'Samples',
    numeric: true,
    value: ({ lastRun }) => lastRun?.accepted,
    render: ({ lastRun }) => lastRun?.accepted ?? '–',
  },
  {
    id: 'recent',
    label: 'Last 30 runs',
    value: ({ recent }) => recent.filter(state => state === 'failed').length,
    render: ({ recent }) => <Recent states={recent} />,
  },
];

/** All collectors with how they fare. */
export function CollectorTable(props: {
  collectors: CollectorStatus[];
  onOpen: (collector: CollectorStatus) => void;
}) {
  return (
    <DataTable
      name="collectors"
      label="Collectors"
      rows={props.collectors}
      columns={columns}
      rowId={({ id }) => id}
      onRowAction={props.onOpen}
      empty={
        <EmptyState title="No collector is installed">
          Samples can be pushed to <code>POST /api/scorecards/samples</code> or
          uploaded as CSV.
        </EmptyState>
      }
    />
  );
}
