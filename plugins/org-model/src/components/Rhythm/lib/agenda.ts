import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';
import { DateTime } from 'luxon';
import { Span, spanOf } from './when';

/** One line of the agenda. */
export interface AgendaItem {
  occurrence: Occurrence;
  cadence: GroupCadence;
  span: Span;
}

/** One day and what happens on it. */
export interface AgendaDay {
  /** `YYYY-MM-DD` */
  day: string;
  /** `today`, `tomorrow`, or the date. */
  label: string;
  items: AgendaItem[];
}

/** How many days the agenda shows, today included. */
export const AGENDA_DAYS = 30;

function labelOf(day: DateTime, now: DateTime): string {
  const date = day.setLocale('en').toFormat('cccc, d LLLL yyyy');
  const days = Math.round(day.diff(now.startOf('day'), 'days').days);
  if (days === 0) return `Today · ${date}`;
  if (days === 1) return `Tomorrow · ${date}`;
  return date;
}

/** What happens in the next days, by day on the person's clock; whole days first. What runs over several days stands on its first one, or on today. */
export function agenda(options: {
  cadences: GroupCadence[];
  occurrences: Occurrence[];
  now: DateTime;
}): AgendaDay[] {
  const zone = options.now.zoneName ?? 'UTC';
  const today = options.now.startOf('day');
  const until = today.plus({ days: AGENDA_DAYS });
  const cadences = new Map(options.cadences.map(each => [each.key, each]));
  const days = new Map<string, AgendaItem[]>();
  for (const occurrence of options.occurrences) {
    const cadence = cadences.get(occurrence.cadence);
    if (!cadence) continue;
    const span = spanOf(occurrence, zone);
    if (span.start >= until || span.end <= today) continue;
    const shown = DateTime.max(span.start, today);
    const day = shown.toISODate()!;
    days.set(day, [...(days.get(day) ?? []), { occurrence, cadence, span }]);
  }
  const order = (item: AgendaItem) =>
    item.span.wholeDay ? 0 : item.span.start.toMillis();
  return [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([day, items]) => ({
      day,
      label: labelOf(DateTime.fromISO(day, { zone }), options.now),
      items: items.sort(
        (a, b) =>
          order(a) - order(b) ||
          a.cadence.title.localeCompare(b.cadence.title, 'en'),
      ),
    }));
}
