import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';
import type { DateTime } from 'luxon';
import { dayText, spanOf, timeText, upcoming } from './when';

/** The page's one-line answer: how many there are, how many today, and which comes next. */
export function rhythmAnswer(options: {
  cadences: GroupCadence[];
  occurrences: Occurrence[];
  now: DateTime;
}): string {
  const { now } = options;
  const zone = now.zoneName ?? 'UTC';
  const cadences = new Map(options.cadences.map(each => [each.key, each]));
  const number = options.cadences.length;
  if (!number) return 'No cadence here.';
  const parts = [`${number} ${number === 1 ? 'cadence' : 'cadences'}`];
  const ahead = upcoming(
    options.occurrences.filter(each => cadences.has(each.cadence)),
    now,
    zone,
  ).map(occurrence => ({ occurrence, span: spanOf(occurrence, zone) }));
  const today = ahead.filter(({ span }) => span.start.hasSame(now, 'day'));
  if (today.length) parts.push(`${today.length} today`);
  const next = ahead.find(
    ({ span, occurrence }) =>
      span.start >= now && cadences.get(occurrence.cadence)?.every !== 'day',
  );
  const cadence = next && cadences.get(next.occurrence.cadence);
  if (next && cadence) {
    const day = next.span.start.hasSame(now, 'day')
      ? 'today'
      : dayText(next.span);
    parts.push(
      `next: ${cadence.title} of ${cadence.groupTitle}, ${day}, ${timeText(next.span)}`,
    );
  }
  return `${parts.join('; ')}.`;
}
