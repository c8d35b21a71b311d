import { DateTime } from 'luxon';
import { breaches } from '../../Sparkline/sparklineShape';
import { Status } from '../../StatusMark';
import { TrendChartProps, TrendPoint, TrendTarget } from '../trendTypes';

/** Everything that stands at one time. */
export interface TrendRow {
  /** Milliseconds since 1970. */
  time: number;
  /** The line of each series; null in a gap. */
  values: Array<number | null>;
  /** What each series measured at this very time. */
  points: Array<TrendPoint | undefined>;
  target?: number;
  /** Low and high. */
  band?: [number, number];
}

export interface TrendModel {
  rows: TrendRow[];
  time: [number, number];
  /** When the subject was on the bad side of its target. */
  breaches: Array<{ from: number; to: number }>;
  /** The last measured point of each series. */
  lasts: Array<{ time: number; value: number; status?: Status } | undefined>;
  annotations: Array<{ time: number; label: string }>;
}

type Dated<T> = T & { time: number };

/** A moment, or the start of a day on the person's clock. */
export function timeOf(at: string): number {
  return DateTime.fromISO(at).toMillis();
}

function dated<T>(items: T[] | undefined, at: (item: T) => string) {
  return (items ?? [])
    .map((item): Dated<T> => ({ ...item, time: timeOf(at(item)) }))
    .sort((a, b) => a.time - b.time);
}

/** The last of those that have begun. */
function inForce<T extends { time: number }>(items: T[], time: number) {
  return items.findLast(item => item.time <= time);
}

/** A value between the items around a time; nothing outside them. */
function between<T extends { time: number }>(
  items: T[],
  time: number,
  value: (item: T) => number | null,
): number | null {
  const before = inForce(items, time);
  const after = items.find(item => item.time >= time);
  if (!before || !after) return null;
  const [low, high] = [value(before), value(after)];
  if (low === null || high === null) return null;
  const span = after.time - before.time;
  return span === 0 ? low : low + ((high - low) * (time - before.time)) / span;
}

/** What a point is, by its own verdict or by the target in force. */
export function statusOf(
  point: TrendPoint,
  target: number | undefined,
  better: TrendChartProps['better'] = 'higher',
): Status | undefined {
  if (point.status) return point.status;
  if (point.value === null) return 'no-data';
  if (target === undefined) return undefined;
  return breaches(point.value, target, better) ? 'missed' : 'met';
}

function breachSpans(
  points: Array<Dated<TrendPoint>>,
  isBad: (point: Dated<TrendPoint>) => boolean,
) {
  const spans: TrendModel['breaches'] = [];
  const middle = (index: number) =>
    (points[index].time + points[index + 1].time) / 2;
  points.forEach((point, index) => {
    if (!isBad(point)) return;
    const from = index === 0 ? point.time : middle(index - 1);
    const to = index === points.length - 1 ? point.time : middle(index);
    const last = spans.at(-1);
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  });
  return spans;
}

function timeSpan(props: TrendChartProps, times: number[]): [number, number] {
  const from = props.from ? timeOf(props.from) : Math.min(...times);
  const to = props.to ? timeOf(props.to) : Math.max(...times);
  return from < to ? [from, to] : [from - 43_200_000, from + 43_200_000];
}

function bandAt(
  props: TrendChartProps,
  targets: Array<Dated<TrendTarget>>,
): (time: number) => [number, number] | undefined {
  if (!props.band) {
    return time => {
      const target = inForce(targets, time);
      if (target?.warn === undefined) return undefined;
      const { value, warn } = target;
      return [Math.min(value, warn), Math.max(value, warn)];
    };
  }
  const band = dated(props.band, ({ at }) => at);
  return time => {
    const low = between(band, time, item => item.low);
    const high = between(band, time, item => item.high);
    return low === null || high === null ? undefined : [low, high];
  };
}

/** Lays the series, targets and bands of a chart on one time axis. */
export function trendModel(props: TrendChartProps): TrendModel {
  const all = props.series.map(({ points }) => dated(points, ({ at }) => at));
  const targets = dated(props.targets, ({ from }) => from);
  const measured = all.flat().map(({ time }) => time);
  const time = timeSpan(props, measured.length > 0 ? measured : [Date.now()]);
  const isInside = (at: number) => at >= time[0] && at <= time[1];
  const times = new Set([
    ...measured,
    ...time,
    ...targets.map(target => target.time),
    ...(props.band ?? []).map(({ at }) => timeOf(at)),
  ]);
  const band = bandAt(props, targets);
  const rows = [...times]
    .filter(isInside)
    .sort((a, b) => a - b)
    .map(at => ({
      time: at,
      values: all.map(points => between(points, at, ({ value }) => value)),
      points: all.map(points => points.find(point => point.time === at)),
      target: inForce(targets, at)?.value,
      band: band(at),
    }));
  const statusAt = (point: Dated<TrendPoint>) =>
    statusOf(point, inForce(targets, point.time)?.value, props.better);
  return {
    rows,
    time,
    breaches: breachSpans(
      (all[0] ?? []).filter(point => isInside(point.time)),
      point => statusAt(point) === 'missed',
    ),
    lasts: all.map((points, index) => {
      const last = points.findLast(
        point => point.value !== null && isInside(point.time),
      );
      if (!last || last.value === null) return undefined;
      const status = index === 0 ? statusAt(last) : undefined;
      return { time: last.time, value: last.value, status };
    }),
    annotations: dated(props.annotations, ({ at }) => at).filter(mark =>
      isInside(mark.time),
    ),
  };
}
