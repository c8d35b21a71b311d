import { StatusMark } from '../StatusMark';
import { timeText } from './lib/axes';
import { statusOf, TrendRow } from './lib/trendModel';
import styles from './TrendChart.module.css';
import { TrendChartProps } from './trendTypes';

interface TrendTipProps {
  row: TrendRow;
  chart: TrendChartProps;
  annotations: string[];
}

/** Value, target and verdict at one time. */
export function TrendTip({ row, chart, annotations }: TrendTipProps) {
  const { series, better, formatValue = String } = chart;
  const status = row.points[0] && statusOf(row.points[0], row.target, better);
  return (
    <div className={styles.tip}>
      <strong>{timeText(row.time)}</strong>
      {row.points.map(
        (point, index) =>
          point && (
            <span key={series[index].id}>
              {series.length > 1 && `${series[index].label}: `}
              {point.value === null ? 'no data' : formatValue(point.value)}
            </span>
          ),
      )}
      {row.target !== undefined && (
        <span>target {formatValue(row.target)}</span>
      )}
      {status && <StatusMark status={status} />}
      {annotations.map(label => (
        <span key={label}>{label}</span>
      ))}
    </div>
  );
}
