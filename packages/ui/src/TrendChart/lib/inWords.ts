import { statusWords } from '../../StatusMark';
import { TrendChartProps } from '../trendTypes';
import { timeText } from './axes';
import { statusOf, timeOf, TrendModel } from './trendModel';

/** What the chart shows, in one sentence for who cannot see it. */
export function trendInWords(
  chart: TrendChartProps,
  model: TrendModel,
): string {
  const { label, series, better, formatValue = String } = chart;
  const [last] = model.lasts;
  if (!last) return `${label}: no data`;
  const { rows } = model;
  const known = series[0].points.filter(({ value }) => value !== null);
  const missed = rows.filter(
    ({ points, target }) =>
      points[0] && statusOf(points[0], target, better) === 'missed',
  ).length;
  const target = rows.findLast(({ time }) => time <= last.time)?.target;
  const first = known.reduce((a, b) => (timeOf(a.at) < timeOf(b.at) ? a : b));
  return [
    `${label}: ${formatValue(last.value)} on ${timeText(last.time)}`,
    known.length > 1 && `from ${formatValue(first.value ?? 0)} at first`,
    target !== undefined && `target ${formatValue(target)}`,
    last.status && statusWords[last.status],
    missed > 0 && `missed ${missed} of ${known.length} times`,
  ]
    .filter(Boolean)
    .join(', ');
}
