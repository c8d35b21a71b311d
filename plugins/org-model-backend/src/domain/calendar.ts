import { toCalendarEvents } from '@squadron/plugin-org-model-common';
import { DateTime } from 'luxon';
import type { OrgIndex } from './OrgIndex';
import { describeRhythm } from './rhythm';

/** The rhythm of a group as events of a calendar, from one year back to 18 months ahead. */
export function describeCalendar(
  index: OrgIndex,
  group: string,
  now: Date,
): string {
  const today = DateTime.fromJSDate(now, { zone: 'utc' });
  const { cadences, occurrences } = describeRhythm(index, {
    groups: [group],
    from: today.minus({ years: 1 }).toISODate()!,
    to: today.plus({ months: 18 }).toISODate()!,
  });
  return toCalendarEvents({
    cadences: cadences.map(cadence => ({
      ...cadence,
      with: cadence.with.map(name => index.tree.get(name)?.title ?? name),
    })),
    occurrences,
    // When the tree was read: the same index always gives the same text.
    at: new Date(index.snapshot.at),
  });
}
