import type {
  Kpi,
  Parts,
  SeriesPoint,
  Verdict,
} from '@squadron/plugin-scorecards-common';
import { dayText, startOf } from './day';
import { combineAll, emptyParts } from './parts';
import { Step, stepStart } from './period';
import { verdictOf } from './verdict';

/** A day of a series: what it adds up to, and how it was judged. */
export interface SeriesDay {
  /** Days since 1970-01-01 UTC. */
  day: number;
  parts: Parts;
  value?: number;
  verdict: Verdict;
  /** In the unit of the value. */
  target?: number;
}

interface Span {
  from: number;
  to: number;
}

const endOf = (day: number) => startOf(day + 1) - 1;

function judged(kpi: Kpi, day: number, parts: Parts): SeriesDay {
  const { value, verdict, limit } = verdictOf(kpi, parts, endOf(day));
  return { day, parts, value, verdict, target: limit };
}

/**
 * Judges days that several entities add up to: each with the days before it that make the KPI's value.
 *
 * @param partsOf - by day; a day that is not there has no events
 */
export function judgeDays(
  kpi: Kpi,
  partsOf: ReadonlyMap<number, Parts>,
  { from, to }: Span,
): SeriesDay[] {
  const days: SeriesDay[] = [];
  const before = (kpi.windowDays ?? 1) - 1;
  for (let day = from; day <= to; day++) {
    const window: Parts[] = [];
    for (let at = day - before; at <= day; at++) {
      window.push(partsOf.get(at) ?? emptyParts);
    }
    const parts = combineAll(window);
    if (parts.count > 0) days.push(judged(kpi, day, parts));
  }
  return days;
}

/**
 * The points of a series. A week or month is what its days add up to; of a KPI whose days look back by
 * themselves it is its last day, and of one that counts by day the mean of its days.
 */
export function toPoints(
  kpi: Kpi,
  days: readonly SeriesDay[],
  { from, to, step }: Span & { step: Step },
): SeriesPoint[] {
  const steps = new Map<number, SeriesDay[]>();
  for (let day = from; day <= to; day++) steps.set(stepStart(step, day), []);
  for (const day of days) steps.get(stepStart(step, day.day))?.push(day);
  const starts = [...steps.keys()];
  return starts.map((start, at) => {
    const last = Math.min(to, (starts[at + 1] ?? to + 1) - 1);
    const point = toPoint(kpi, steps.get(start)!, last);
    return {
      day: dayText(start),
      value: point.value ?? null,
      verdict: point.verdict,
      target: point.target ?? null,
    };
  });
}

function toPoint(
  kpi: Kpi,
  days: readonly SeriesDay[],
  last: number,
): SeriesDay {
  if (days.length === 0) return judged(kpi, last, emptyParts);
  if (days.length === 1 || kpi.windowDays) return days.at(-1)!;
  const whole = combineAll(days.map(({ parts }) => parts));
  const share = kpi.aggregation === 'sum' ? days.length : 1;
  return judged(kpi, last, { ...whole, sum: whole.sum / share });
}
