import { DateTime } from 'luxon';

/** Days of the calendar, `YYYY-MM-DD`, first and last included. */
export interface DayRange {
  from: string;
  to: string;
}

export const timePresets = [
  'today',
  '7-days',
  'month',
  'quarter',
  'year',
] as const;

export type TimePreset = (typeof timePresets)[number];

export const presetLabels: Record<TimePreset, string> = {
  today: 'Today',
  '7-days': '7 days',
  month: 'This month',
  quarter: 'This quarter',
  year: 'This year',
};

const day = (at: DateTime) => at.toFormat('yyyy-MM-dd');

/** The days of a preset. Month, quarter and year are whole, so that the address means the same tomorrow. */
export function presetRange(preset: TimePreset, now: DateTime): DayRange {
  if (preset === 'today') return { from: day(now), to: day(now) };
  if (preset === '7-days') {
    return { from: day(now.minus({ days: 6 })), to: day(now) };
  }
  return { from: day(now.startOf(preset)), to: day(now.endOf(preset)) };
}

/** The preset that means these days today. */
export function presetOf(
  { from, to }: DayRange,
  now: DateTime,
): TimePreset | undefined {
  return timePresets.find(preset => {
    const range = presetRange(preset, now);
    return range.from === from && range.to === to;
  });
}

function isDay(text: string | null): text is string {
  return (
    text !== null &&
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    DateTime.fromISO(text).isValid
  );
}

/** The days in an address; nothing when it names none or they are the wrong way round. */
export function readRange(params: URLSearchParams): DayRange | undefined {
  const [from, to] = [params.get('from'), params.get('to')];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

/** The address with these days. */
export function writeRange(
  params: URLSearchParams,
  { from, to }: DayRange,
): URLSearchParams {
  const next = new URLSearchParams(params);
  next.set('from', from);
  next.set('to', to);
  return next;
}

/** `3 Nov 2026`, `1–30 Nov 2026`, `28 Nov – 3 Dec 2026` or `1 Nov 2025 – 3 Dec 2026`. */
export function rangeText({ from, to }: DayRange): string {
  const [first, last] = [from, to].map(text =>
    DateTime.fromISO(text, { zone: 'utc' }).setLocale('en'),
  );
  const end = last.toFormat('d LLL yyyy');
  if (from === to) return end;
  if (first.hasSame(last, 'month')) return `${first.day}–${end}`;
  const start = first.hasSame(last, 'year') ? 'd LLL' : 'd LLL yyyy';
  return `${first.toFormat(start)} – ${end}`;
}

function utc(at: DateTime): string {
  return new Date(at.toMillis()).toISOString();
}

/** The moments in UTC at which the days begin and end (exclusive) on the clock of a zone. */
export function rangeMoments({ from, to }: DayRange, zone: string) {
  const first = DateTime.fromISO(from, { zone });
  const after = DateTime.fromISO(to, { zone }).plus({ days: 1 });
  return { start: utc(first), end: utc(after) };
}
