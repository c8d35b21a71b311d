import type { Occurrence } from '@squadron/plugin-org-model-common';
import { DateTime } from 'luxon';
import { spanOf } from './when';

/** Days on the person's clock, `YYYY-MM-DD`, first and last included. */
export interface Period {
  from: string;
  to: string;
}

const shift = (day: string, days: number) =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate()!;

/** The period to ask for: the API counts days of UTC, from which no clock is further away than one. */
export function widen({ from, to }: Period): Period {
  return { from: shift(from, -1), to: shift(to, 1) };
}

/** What overlaps the period on the clock of a zone. */
export function cut(
  occurrences: Occurrence[],
  { from, to }: Period,
  zone: string,
): Occurrence[] {
  const first = DateTime.fromISO(from, { zone });
  const until = DateTime.fromISO(to, { zone }).plus({ days: 1 });
  return occurrences.filter(occurrence => {
    const { start, end } = spanOf(occurrence, zone);
    return start < until && end > first;
  });
}
