import { useApi } from '@backstage/frontend-plugin-api';
import type {
  BurnWindow,
  ErrorBudget,
  Kpi,
} from '@squadron/plugin-scorecards-common';
import {
  DataColumn,
  DataTable,
  ErrorState,
  LoadingState,
  SectionCard,
  StatusMark,
  TrendChart,
  TrendSeries,
  useLoad,
} from '@squadron/ui';
import { useCallback, useMemo } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { budgetWords, burnDownSeries, times } from './lib/budgetView';
import styles from './Kpi.module.css';

const chartHeight = 200;
const limits = { max: 1 };
const share = (value: number) => `${Math.round(value * 100)} %`;

const columns: DataColumn<BurnWindow>[] = [
  { id: 'pair', label: 'Windows', value: ({ pair }) => pair },
  {
    id: 'long',
    label: 'Long',
    numeric: true,
    value: ({ long }) => long,
    render: ({ long }) => times(long),
  },
  {
    id: 'short',
    label: 'Short',
    numeric: true,
    value: ({ short }) => short,
    render: ({ short }) => times(short),
  },
  {
    id: 'threshold',
    label: 'Burns from',
    numeric: true,
    value: ({ threshold }) => threshold,
    render: ({ threshold }) => times(threshold),
  },
  {
    id: 'burning',
    label: 'State',
    value: ({ burning, hidden }) => hidden ?? (burning ? 'burning' : 'calm'),
    render: ({ burning, hidden }) => {
      if (hidden) return <StatusMark status="no-data">{hidden}</StatusMark>;
      return (
        <StatusMark status={burning ? 'missed' : 'met'}>
          {burning ? 'burning' : 'calm'}
        </StatusMark>
      );
    },
  },
];

function Budget({ budget }: { budget: ErrorBudget }) {
  const series = useMemo((): TrendSeries[] => {
    const { measured, ideal } = burnDownSeries(budget);
    return [
      { id: 'left', label: 'Budget left', points: measured, look: 'area' },
      { id: 'ideal', label: 'Spent evenly', points: ideal, look: 'ideal' },
    ];
  }, [budget]);
  return (
    <div className={styles.budget}>
      <p className={styles.text}>{budgetWords(budget)}</p>
      <TrendChart
        label={`Error budget left of ${budget.title}`}
        series={series}
        limits={limits}
        formatValue={share}
        height={chartHeight}
      />
      <DataTable
        name="burn"
        label="Burn rates"
        rows={budget.windows}
        columns={columns}
        rowId={({ pair }) => pair}
      />
    </div>
  );
}

/** What is left of the error budget, and how fast it burns. */
export function ErrorBudgetSection(props: { kpi: Kpi; entity: string }) {
  const { kpi, entity } = props;
  const api = useApi(scorecardsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.errorBudgets(
        { params: { kpi: kpi.id }, query: { entity } },
        { signal },
      ),
    [api, kpi.id, entity],
  );
  const { value, error, retry } = useLoad(load);
  return (
    <SectionCard title={`Error budget of ${kpi.errorBudgetDays} days`}>
      {error && !value && <ErrorState error={error} onRetry={retry} />}
      {!value && !error && (
        <LoadingState label="Reading the budget" lines={5} />
      )}
      {value && <Budget budget={value} />}
    </SectionCard>
  );
}
