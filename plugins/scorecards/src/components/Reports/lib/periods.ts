import { DateTime } from 'luxon';

/** A period that a report may be about. */
export interface ReportPeriod {
  /** `2026-W48` or `2026-11`. */
  id: string;
  title: string;
  /** It runs still. */
  running: boolean;
}

const dash = '\u2013';

/** `23–29 November 2026`, with what the two days have in common said once. */
function daysInWords(from: DateTime, to: DateTime): string {
  const last = to.toFormat('d LLLL yyyy');
  if (!from.hasSame(to, 'year')) {
    return `${from.toFormat('d LLLL yyyy')} ${dash} ${last}`;
  }
  return from.hasSame(to, 'month')
    ? `${from.day}${dash}${last}`
    : `${from.toFormat('d LLLL')} ${dash} ${last}`;
}

/** The id of a period as people say it: `week 48, 23–29 November 2026`; what is none stays as it is. */
export function periodInWords(id: string): string {
  const at = DateTime.fromISO(id, { zone: 'utc', locale: 'en' });
  if (!at.isValid) return id;
  return id.includes('W')
    ? `week ${at.weekNumber}, ${daysInWords(at, at.endOf('week'))}`
    : at.toFormat('LLLL yyyy');
}

const weekId = (at: DateTime) => at.toFormat("kkkk-'W'WW");
const monthId = (at: DateTime) => at.toFormat('yyyy-MM');

/** The weeks and months of UTC before a moment, the running ones first. */
export function recentPeriods(
  now: DateTime,
  count: number,
): { weeks: ReportPeriod[]; months: ReportPeriod[] } {
  const utc = now.toUTC();
  const back = Array.from({ length: count }, (_, index) => index);
  return {
    weeks: back.map(ago => {
      const id = weekId(utc.startOf('week').minus({ weeks: ago }));
      const title = periodInWords(id).replace('week', 'Week');
      return { id, title, running: ago === 0 };
    }),
    months: back.map(ago => {
      const id = monthId(utc.startOf('month').minus({ months: ago }));
      return { id, title: periodInWords(id), running: ago === 0 };
    }),
  };
}
