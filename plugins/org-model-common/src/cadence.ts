import { InputError } from '@backstage/errors';
import { DateTime, IANAZone } from 'luxon';
import { Options, RRule } from 'rrule';
import {
  DayRule,
  Duration,
  Interval,
  ordinals,
  parseEvery,
  parseLasts,
  parseOn,
  weekdays,
} from './cadenceRule';
import type { Cadence } from './charter';

/** What says when a cadence takes place. */
export type CadenceTiming = Pick<
  Cadence,
  'every' | 'on' | 'at' | 'lasts' | 'starts' | 'timeZone'
>;

/** A cadence that was understood. */
export interface ParsedCadence {
  interval: Interval;
  day?: DayRule;
  /** Local time of day; without it the cadence takes whole days. */
  at?: { hour: number; minute: number };
  lasts?: Duration;
  starts: DateTime;
}

/** One time that a cadence takes place. */
export interface CadenceDate {
  /** ISO 8601 in UTC, or `YYYY-MM-DD` for whole days. */
  start: string;
  /** The same; of whole days the day after the last. */
  end: string;
}

/**
 * Understands a cadence's words.
 *
 * @throws InputError that names the field and says what to write instead
 */
export function parseCadence(cadence: CadenceTiming): ParsedCadence {
  const interval = parseEvery(cadence.every);
  const starts = DateTime.fromISO(cadence.starts, { zone: 'utc' });
  if (!starts.isValid) {
    throw new InputError(
      `\`starts: ${cadence.starts}\` is no day of the calendar: write a date as YYYY-MM-DD`,
    );
  }
  if (cadence.timeZone) assertZone(cadence.timeZone);
  const [hour, minute] = (cadence.at ?? '').split(':').map(Number);
  return {
    interval,
    day: cadence.on ? parseOn(cadence.on, interval) : undefined,
    at: cadence.at ? { hour, minute } : undefined,
    lasts: cadence.lasts ? parseLasts(cadence.lasts) : undefined,
    starts,
  };
}

function assertZone(zone: string): void {
  if (!IANAZone.isValidZone(zone)) {
    throw new InputError(
      `\`timeZone: ${zone}\` is no time zone: write an IANA name such as Europe/Berlin or UTC`,
    );
  }
}

/** The cadence in words: `every 2 weeks on Tuesday at 10:00 for 45 min`. */
export function describeCadence(cadence: CadenceTiming): string {
  const { day, interval } = parseCadence(cadence);
  const on = day ? ` on ${describeDay(day, interval)}` : '';
  const at = cadence.at ? ` at ${cadence.at}` : '';
  const lasts = cadence.lasts ? ` for ${cadence.lasts}` : '';
  return `every ${cadence.every}${on}${at}${lasts}`;
}

function describeDay(day: DayRule, { count, calendar }: Interval): string {
  if (day.kind === 'weekday') return weekdays[day.weekday];
  const name =
    day.kind === 'date'
      ? `day ${day.day}`
      : `the ${day.nth === -1 ? 'last' : ordinals[day.nth - 1]} ${weekdays[day.weekday]}`;
  if (!calendar || day.month === undefined) return name;
  const month = day.month === count ? 'last' : ordinals[day.month - 1];
  return `${name} of the ${month} month`;
}

/**
 * When a cadence takes place: every date that overlaps the period, also one that began before it and still runs.
 *
 * A cadence keeps its local time over the changes of daylight saving. The period's days are those of UTC,
 * so a caller with another clock asks a day wider on both sides and cuts. Adjacent periods leave nothing
 * out and share only what runs across their border.
 *
 * @param period - first and last day, `YYYY-MM-DD`, both included
 * @param zone - IANA zone, unless the cadence has its own
 */
export function cadenceDates(
  cadence: CadenceTiming,
  period: { from: string; to: string },
  zone: string,
): CadenceDate[] {
  const parsed = parseCadence(cadence);
  const timeZone = cadence.timeZone ?? zone;
  assertZone(timeZone);
  const day = (text: string) => DateTime.fromISO(text, { zone: 'utc' });
  const from = day(period.from);
  const to = day(period.to).plus({ days: 1 });
  if (from >= to) return [];
  // The local day of a date is at most one away from its day in UTC.
  const earliest = from.minus({ days: daysOf(parsed) + 1 });
  return ruleOf(parsed)
    .between(
      DateTime.max(earliest, parsed.starts).toJSDate(),
      to.toJSDate(),
      true,
    )
    .map(date =>
      toDates(parsed, DateTime.fromJSDate(date, { zone: 'utc' }), timeZone),
    )
    .filter(
      ({ start, end }) =>
        Date.parse(end) > from.toMillis() && Date.parse(start) < to.toMillis(),
    );
}

/** How many days a date takes at most, rounded up. */
function daysOf({ lasts }: ParsedCadence): number {
  if (!lasts) return 1;
  const perDay = { day: 1, hour: 24, minute: 24 * 60 };
  return Math.ceil(lasts.count / perDay[lasts.unit]);
}

const rruleWeekdays = [
  RRule.MO,
  RRule.TU,
  RRule.WE,
  RRule.TH,
  RRule.FR,
  RRule.SA,
  RRule.SU,
];

/** The rule over days; the zone and the time of day come afterwards. */
function ruleOf({ interval, day, starts }: ParsedCadence): RRule {
  if (interval.unit === 'day') {
    return rule({
      freq: RRule.DAILY,
      interval: interval.count,
      dtstart: starts,
    });
  }
  if (interval.unit === 'week') {
    const weekday = day?.kind === 'weekday' ? day.weekday : starts.weekday - 1;
    const ahead = (weekday - (starts.weekday - 1) + 7) % 7;
    return rule({
      freq: RRule.WEEKLY,
      interval: interval.count,
      dtstart: starts.plus({ days: ahead }),
    });
  }
  const period = firstMonth(interval, day, starts);
  return rule({
    freq: RRule.MONTHLY,
    interval: interval.count,
    dtstart: period,
    ...daysOfMonth(day, starts),
  });
}

type DayOptions = Partial<Omit<Options, 'dtstart'>>;

function rule({
  dtstart,
  ...options
}: DayOptions & { dtstart: DateTime }): RRule {
  return new RRule({ ...options, dtstart: dtstart.toJSDate() });
}

/** The first day of the month in which the first interval has its day. */
function firstMonth(
  { count, calendar }: Interval,
  day: DayRule | undefined,
  starts: DateTime,
): DateTime {
  const month = starts.startOf('month');
  if (!calendar || !day) return month;
  const period = starts.startOf('year').plus({
    months: Math.floor((starts.month - 1) / count) * count,
  });
  return period.plus({ months: monthWithin(day, count) - 1 });
}

function monthWithin(day: DayRule, count: number): number {
  if (day.kind === 'weekday') return 1;
  const isLast = day.kind === 'nth' && day.nth === -1;
  return day.month ?? (isLast ? count : 1);
}

function daysOfMonth(day: DayRule | undefined, starts: DateTime): DayOptions {
  if (day?.kind === 'nth') {
    return { byweekday: rruleWeekdays[day.weekday].nth(day.nth) };
  }
  const wanted = day?.kind === 'date' ? day.day : starts.day;
  if (wanted <= 28) return { bymonthday: wanted };
  // A month without that day has it on its last one.
  const days = Array.from({ length: wanted - 27 }, (_, i) => 28 + i);
  return { bymonthday: days, bysetpos: -1 };
}

function toDates(
  { at, lasts }: ParsedCadence,
  date: DateTime,
  zone: string,
): CadenceDate {
  if (!at) {
    const days = lasts?.unit === 'day' ? lasts.count : 1;
    return {
      start: date.toISODate()!,
      end: date.plus({ days }).toISODate()!,
    };
  }
  const { year, month, day } = date;
  const start = DateTime.fromObject({ year, month, day, ...at }, { zone });
  const length = lasts ?? { count: 1, unit: 'hour' };
  const end = start.plus({ [`${length.unit}s`]: length.count });
  return { start: toUtc(start), end: toUtc(end) };
}

function toUtc(time: DateTime): string {
  return time.toUTC().toISO({ suppressMilliseconds: true })!;
}
