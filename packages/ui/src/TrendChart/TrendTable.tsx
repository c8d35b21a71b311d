import { timeText } from './lib/axes';
import { statusOf, trendModel } from './lib/trendModel';
import { StatusMark } from '../StatusMark';
import styles from './TrendChart.module.css';
import { TrendChartProps } from './trendTypes';

/** The same data as the drawing, the newest first. */
export function TrendTable(chart: TrendChartProps) {
  const { label, series, targets = [], better, formatValue = String } = chart;
  const { rows, annotations } = trendModel(chart);
  const measured = rows.filter(({ points }) => points.some(Boolean)).reverse();
  const hasTarget = targets.length > 0;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Time</th>
          {series.map(({ id, label: name }) => (
            <th key={id} scope="col" data-numeric>
              {name}
            </th>
          ))}
          {hasTarget && (
            <>
              <th scope="col" data-numeric>
                Target
              </th>
              <th scope="col">Verdict</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {measured.map(({ time, points, target }) => {
          const status = points[0] && statusOf(points[0], target, better);
          const marks = annotations.filter(mark => mark.time === time);
          return (
            <tr key={time}>
              <th scope="row">
                {[timeText(time), ...marks.map(mark => mark.label)].join(', ')}
              </th>
              {points.map((point, index) => (
                <td key={series[index].id} data-numeric>
                  {typeof point?.value === 'number'
                    ? formatValue(point.value)
                    : '–'}
                </td>
              ))}
              {hasTarget && (
                <>
                  <td data-numeric>
                    {target === undefined ? '–' : formatValue(target)}
                  </td>
                  <td>{status && <StatusMark status={status} />}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
