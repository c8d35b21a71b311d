import { Better } from '../Sparkline';
import { Status } from '../StatusMark';

/** What was measured at one time: a moment (ISO 8601) or a day of the calendar. */
export interface TrendPoint {
  at: string;
  /** Null breaks the line: nothing was measured. */
  value: number | null;
  /** The verdict; worked out from the target in force when left out. */
  status?: Status;
}

/** One line of the chart. */
export interface TrendSeries {
  id: string;
  label: string;
  /** In any order. */
  points: TrendPoint[];
  /** An area falls to the axis, such as what is left of a budget; an ideal is a thin dashed line. */
  look?: 'line' | 'area' | 'ideal';
}

/** What is aimed for from a time on, until the next one. */
export interface TrendTarget {
  from: string;
  value: number;
  /** Between it and the target a value is at risk; the band between both is shaded. */
  warn?: number;
}

/** The span in which a value is expected at a time, such as a forecast. */
export interface TrendBand {
  at: string;
  low: number;
  high: number;
}

/** Something that happened, such as a release. */
export interface TrendAnnotation {
  at: string;
  label: string;
}

export interface TrendChartProps {
  /** What the chart shows, such as "Availability of B-1 Compute". */
  label: string;
  /** The first one is the subject: the target and the breaches are about it. */
  series: TrendSeries[];
  targets?: TrendTarget[];
  /** Which side of the target is good. */
  better?: Better;
  /** Shaded in place of the band between targets and their warnings. */
  band?: TrendBand[];
  annotations?: TrendAnnotation[];
  /** The ends of the time axis; those of the points when left out. */
  from?: string;
  to?: string;
  /** Values cannot lie outside, such as a share beyond 1: the axis ends there. */
  limits?: { min?: number; max?: number };
  /** A value in words, with its unit. */
  formatValue?: (value: number) => string;
  /** In pixels. */
  height?: number;
}
