import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';
import { DateTime } from 'luxon';

/** An occurrence on the clock of one zone. */
export interface Span {
  start: DateTime;
  /** Exclusive. */
  end: DateTime;
  wholeDay: boolean;
}

const DAY = 'ccc d LLL yyyy';
const english = (date: DateTime) => date.setLocale('en');

/** Puts an occurrence on the clock of a zone; whole days stay the days that they are. */
export function spanOf(
  occurrence: Pick<Occurrence, 'start' | 'end'>,
  zone: string,
): Span {
  const wholeDay = !occurrence.start.includes('T');
  const read = (text: string) =>
    wholeDay
      ? DateTime.fromISO(text, { zone })
      : DateTime.fromISO(text, { zone: 'utc' }).setZone(zone);
  return {
    start: read(occurrence.start),
    end: read(occurrence.end),
    wholeDay,
  };
}

/** `Tue 24 Nov 2026`, or the first and last day of several. */
export function dayText({ start, end, wholeDay }: Span): string {
  const last = wholeDay ? end.minus({ days: 1 }) : end.minus({ seconds: 1 });
  const first = english(start).toFormat(DAY);
  if (last <= start || last.hasSame(start, 'day')) return first;
  return `${first} – ${english(last).toFormat(DAY)}`;
}

/** `10:00–10:45`, or `all day`. */
export function timeText({ start, end, wholeDay }: Span): string {
  if (wholeDay) return 'all day';
  const from = start.toFormat('HH:mm');
  return end > start ? `${from}–${end.toFormat('HH:mm')}` : from;
}

/** The start on the schedule's own clock, when that clock shows another time than the person's. */
export function scheduleTimeText(
  span: Span,
  cadence: Pick<GroupCadence, 'timeZone'>,
): string | undefined {
  if (span.wholeDay) return undefined;
  const there = span.start.setZone(cadence.timeZone);
  if (!there.isValid || there.offset === span.start.offset) return undefined;
  const format =
    there.toISODate() === span.start.toISODate() ? 'HH:mm' : 'ccc HH:mm';
  return `${english(there).toFormat(format)} ${cadence.timeZone}`;
}

/** One line for a tooltip or a list: day, time, and the schedule's own time where it differs. */
export function whenText(
  occurrence: Pick<Occurrence, 'start' | 'end'>,
  cadence: Pick<GroupCadence, 'timeZone'>,
  zone: string,
): string {
  const span = spanOf(occurrence, zone);
  const there = scheduleTimeText(span, cadence);
  return `${dayText(span)}, ${timeText(span)}${there ? ` (${there})` : ''}`;
}

/** The occurrences that have not ended, soonest first. */
export function upcoming(
  occurrences: Occurrence[],
  now: DateTime,
  zone: string,
): Occurrence[] {
  return occurrences
    .map(occurrence => ({ occurrence, span: spanOf(occurrence, zone) }))
    .filter(({ span }) => span.end > now || span.start >= now)
    .sort((a, b) => a.span.start.toMillis() - b.span.start.toMillis())
    .map(({ occurrence }) => occurrence);
}
