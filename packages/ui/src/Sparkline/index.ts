export { Sparkline, type SparklineProps } from './Sparkline';
export type { Better } from './sparklineShape';
