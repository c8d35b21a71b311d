export { TrendChart } from './TrendChart';
export type {
  TrendAnnotation,
  TrendBand,
  TrendChartProps,
  TrendPoint,
  TrendSeries,
  TrendTarget,
} from './trendTypes';
