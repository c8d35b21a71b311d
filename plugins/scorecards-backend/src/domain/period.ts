import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import { dayFrom, dayText } from './day';

/** A week of ISO 8601 or a month of the calendar, with its first and last day. */
export interface Period {
  /** `2026-W48` or `2026-11`. */
  text: string;
  kind: 'weekly' | 'monthly';
  from: number;
  to: number;
}

/** What a step of a series may be. */
export type Step = 'day' | 'week' | 'month';

const unitOf = { weekly: 'week', monthly: 'month' } as const;

/**
 * Reads `2026-W48` or `2026-11`.
 *
 * @throws InputError when the year has no such week or month
 */
export function readPeriod(text: string): Period {
  const kind = text.includes('W') ? 'weekly' : 'monthly';
  const start = DateTime.fromISO(text, { zone: 'utc' });
  const period = start.isValid ? periodAt(kind, dayAt(start)) : undefined;
  if (period?.text === text) return period;
  throw new InputError(
    `There is no period ${text}. Write a week as 2026-W48 or a month as 2026-11.`,
  );
}

/** The week or month in which a day lies. */
export function periodAt(kind: Period['kind'], day: number): Period {
  const start = dateOf(day).startOf(unitOf[kind]);
  return {
    text: start.toFormat(kind === 'weekly' ? "kkkk-'W'WW" : 'yyyy-MM'),
    kind,
    from: dayAt(start),
    to: dayAt(start.endOf(unitOf[kind])),
  };
}

/** The week or month before. */
export function previousPeriod({ kind, from }: Period): Period {
  return periodAt(kind, from - 1);
}

/** The first day of the step in which a day lies; weeks begin on Monday. */
export function stepStart(step: Step, day: number): number {
  return step === 'day' ? day : dayAt(dateOf(day).startOf(step));
}

function dateOf(day: number): DateTime {
  return DateTime.fromISO(dayText(day), { zone: 'utc' });
}

function dayAt(date: DateTime): number {
  return dayFrom(date.toFormat('yyyy-MM-dd'));
}
