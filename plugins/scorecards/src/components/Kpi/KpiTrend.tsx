import { useApi } from '@backstage/frontend-plugin-api';
import {
  formatValue,
  Kpi,
  SeriesPoint,
} from '@squadron/plugin-scorecards-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  SectionCard,
  TrendChart,
  useLoad,
  useTimeRange,
} from '@squadron/ui';
import { useCallback, useMemo } from 'react';
import { scorecardsApiRef } from '../../api/scorecardsApi';
import { trendPoints, trendTargets } from './lib/kpiView';

/** What the trend is about while the address does not say. */
export const trendTime = 'quarter';

const chartHeight = 280;

interface ChartProps {
  kpi: Kpi;
  series: { title: string; points: SeriesPoint[] };
  from: string;
  to: string;
}

function Chart({ kpi, series, from, to }: ChartProps) {
  // Nothing is known of the days to come, so that they would only press the others together.
  const today = new Date().toISOString().slice(0, 10);
  const props = useMemo(
    () => ({
      series: [
        { id: kpi.id, label: kpi.title, points: trendPoints(series.points) },
      ],
      targets: trendTargets(series.points),
      limits: kpi.kind === 'ratio' ? { min: 0, max: 1 } : undefined,
      formatValue: (value: number) => formatValue(value, kpi.unit),
    }),
    [kpi, series],
  );
  return (
    <TrendChart
      {...props}
      label={`${kpi.title} of ${series.title}`}
      better={kpi.direction === 'up' ? 'higher' : 'lower'}
      from={from}
      to={to < today ? to : today}
      height={chartHeight}
    />
  );
}

/** The value over time, against the target that was in force then. */
export function KpiTrend({ kpi, entity }: { kpi: Kpi; entity: string }) {
  const api = useApi(scorecardsApiRef);
  const { from, to } = useTimeRange(trendTime);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.series(
        { query: { kpis: kpi.id, refs: entity, from, to } },
        { signal },
      ),
    [api, kpi.id, entity, from, to],
  );
  const { value, error, retry } = useLoad(load);
  const series = value?.series.at(0);
  const isEmpty = !series?.points.some(point => point.value !== null);
  return (
    <SectionCard title="Trend">
      {error && !value && <ErrorState error={error} onRetry={retry} />}
      {!value && !error && <LoadingState label="Reading the trend" lines={8} />}
      {value && isEmpty && (
        <EmptyState title="Nothing was measured in this time">
          Samples come in by: {kpi.source.text}. Choose a longer time, or send
          the first one.
        </EmptyState>
      )}
      {series && !isEmpty && (
        <Chart kpi={kpi} series={series} from={from} to={to} />
      )}
    </SectionCard>
  );
}
