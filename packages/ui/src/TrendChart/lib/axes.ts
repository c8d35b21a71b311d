import { DateTime, DurationLike } from 'luxon';
import { TrendChartProps } from '../trendTypes';
import { TrendModel } from './trendModel';

/** Where an axis ends and where it is labelled. */
export interface ValueAxis {
  domain: [number, number];
  ticks: number[];
}

function niceStep(range: number, count: number): number {
  const rough = range / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find(nice => nice * power >= rough) ?? 10;
  return factor * power;
}

/** An axis with round labels that holds all values and stays within the limits. */
export function valueAxis(
  values: number[],
  limits: TrendChartProps['limits'] = {},
): ValueAxis {
  const { min = -Infinity, max = Infinity } = limits;
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    return { domain: [0, 1], ticks: [] };
  }
  const pad = (high - low) * 0.08 || Math.abs(high) * 0.05 || 1;
  const from = Math.max(Math.min(min, low), low - pad);
  const to = Math.min(Math.max(max, high), high + pad);
  const step = niceStep(to - from, 4);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    // Without rounding, 3 × 0.1 shows as 0.30000000000000004.
    Number(((first + at) * step).toPrecision(12)),
  );
  return { domain: [from, to], ticks };
}

/** All values that a chart must show. */
export function shownValues({ rows }: TrendModel, hasArea: boolean): number[] {
  return rows
    .flatMap(({ values, target, band }) => [...values, target, ...(band ?? [])])
    .concat(hasArea ? [0] : [])
    .filter(value => typeof value === 'number');
}

interface Pace {
  step: DurationLike;
  unit: 'hour' | 'day' | 'week' | 'month' | 'year';
  days: number;
}

const paces: Pace[] = [
  { step: { hours: 1 }, unit: 'hour', days: 1 / 24 },
  { step: { hours: 3 }, unit: 'hour', days: 1 / 8 },
  { step: { hours: 6 }, unit: 'hour', days: 1 / 4 },
  { step: { days: 1 }, unit: 'day', days: 1 },
  { step: { days: 2 }, unit: 'day', days: 2 },
  { step: { weeks: 1 }, unit: 'week', days: 7 },
  { step: { weeks: 2 }, unit: 'week', days: 14 },
  { step: { months: 1 }, unit: 'month', days: 30 },
  { step: { months: 3 }, unit: 'month', days: 91 },
  { step: { years: 1 }, unit: 'year', days: 365 },
];

const mostTicks = 8;
const dayLength = 86_400_000;

/** Round times of the person's calendar, about eight at most. */
export function timeTicks([from, to]: [number, number]): number[] {
  const days = (to - from) / dayLength;
  const { step, unit } = paces.find(pace => days / pace.days <= mostTicks) ?? {
    step: { years: Math.ceil(days / 365 / mostTicks) },
    unit: 'year' as const,
  };
  const ticks: number[] = [];
  let at = DateTime.fromMillis(from).startOf(unit === 'hour' ? 'day' : unit);
  while (at.toMillis() <= to) {
    if (at.toMillis() >= from) ticks.push(at.toMillis());
    at = at.plus(step);
  }
  return ticks;
}

/** A time as short as the axis allows: the hour within days, the day within months, the month within years. */
export function tickText(time: number, [from, to]: [number, number]): string {
  const at = DateTime.fromMillis(time).setLocale('en');
  const days = (to - from) / dayLength;
  if (days <= 2 && at.hour !== 0) return at.toFormat('HH:mm');
  if (days <= mostTicks * 14) return at.toFormat('d LLL');
  return at.toFormat(at.month === 1 ? 'yyyy' : 'LLL');
}

/** A time in full; midnights are days. */
export function timeText(time: number): string {
  const at = DateTime.fromMillis(time).setLocale('en');
  const isDay = at.equals(at.startOf('day'));
  return at.toFormat(isDay ? 'ccc d LLL yyyy' : 'ccc d LLL yyyy, HH:mm');
}

/** Moves labels apart that would lie on each other, each as little as order and room allow. */
export function spread(wanted: number[], gap: number, room: number): number[] {
  const order = wanted
    .map((at, index) => ({ at, index }))
    .sort((a, b) => a.at - b.at);
  const placed: number[] = [];
  order.forEach(({ at }, place) => {
    const least = place === 0 ? 0 : placed[place - 1] + gap;
    placed.push(Math.max(at, least));
  });
  for (let place = placed.length - 1; place >= 0; place--) {
    const most = place === placed.length - 1 ? room : placed[place + 1] - gap;
    placed[place] = Math.min(placed[place], most);
  }
  const result: number[] = [];
  order.forEach(({ index }, place) => {
    result[index] = placed[place];
  });
  return result;
}
