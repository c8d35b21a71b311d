import { createHash } from 'node:crypto';
import type { GroupCadence } from '@squadron/plugin-org-model-common';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { DateTime } from 'luxon';
import type { OrgIndex } from './OrgIndex';
import { describeRhythm } from './rhythm';

const isWholeDay = (start: string) => !start.includes('T');

/** Stays the same while the cadence and the day stay, so that a calendar moves an event and makes no second. */
function uidOf(cadence: string, start: string): string {
  const key = createHash('sha256').update(cadence).digest('hex').slice(0, 24);
  return `${key}-${start.slice(0, 10)}@org-model.squadron`;
}

function describeEvent(cadence: GroupCadence): string {
  const lines = [
    `${cadence.groupTitle}, ${cadence.rule} (${cadence.timeZone})`,
    cadence.with.length > 0 ? `With: ${cadence.with.join(', ')}` : undefined,
    cadence.note,
    cadence.source && `Source: ${cadence.source}`,
  ];
  return lines.filter(Boolean).join('\n');
}

/** The rhythm of a group as iCalendar text, from one year back to 18 months ahead. */
export function toCalendar(
  index: OrgIndex,
  group: string,
  label: string,
  now: Date,
): string {
  const today = DateTime.fromJSDate(now, { zone: 'utc' });
  const { cadences, occurrences } = describeRhythm(index, {
    group,
    from: today.minus({ years: 1 }).toISODate()!,
    to: today.plus({ months: 18 }).toISODate()!,
  });
  const byKey = new Map(cadences.map(cadence => [cadence.key, cadence]));
  const calendar = ical({
    name: label,
    prodId: { company: 'Squadron', product: 'Org model', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  });
  for (const { cadence: key, start, end } of occurrences) {
    const cadence = byKey.get(key)!;
    calendar.createEvent({
      id: uidOf(key, start),
      // When the tree was read: the same index always gives the same text.
      stamp: new Date(index.snapshot.at),
      start: new Date(start),
      end: new Date(end),
      allDay: isWholeDay(start),
      timezone: 'UTC',
      summary: `${cadence.title} · ${cadence.groupTitle}`,
      description: describeEvent(cadence),
      categories: [{ name: cadence.kind }],
    });
  }
  return calendar.toString();
}
