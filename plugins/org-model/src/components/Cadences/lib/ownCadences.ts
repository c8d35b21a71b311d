import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';
import type { DateTime } from 'luxon';
import { upcoming } from '../../Rhythm/lib/when';

/** A cadence and its next date. */
export interface OwnCadence {
  cadence: GroupCadence;
  next?: Occurrence;
}

/**
 * A group's own cadences and those that it takes part in, not those below it, in the order of
 * their next dates; without a date last.
 */
export function ownCadences(
  rhythm: { cadences: GroupCadence[]; occurrences: Occurrence[] },
  group: string,
  now: DateTime,
): OwnCadence[] {
  const own = new Set(
    rhythm.cadences
      .filter(each => each.group === group || each.invited)
      .map(({ key }) => key),
  );
  const next = new Map<string, Occurrence>();
  const order = new Map<string, number>();
  const dates = rhythm.occurrences.filter(({ cadence }) => own.has(cadence));
  upcoming(dates, now, now.zoneName ?? 'UTC').forEach((each, index) => {
    if (next.has(each.cadence)) return;
    next.set(each.cadence, each);
    order.set(each.cadence, index);
  });
  const place = (key: string) => order.get(key) ?? Number.MAX_SAFE_INTEGER;
  return rhythm.cadences
    .filter(({ key }) => own.has(key))
    .map(cadence => ({ cadence, next: next.get(cadence.key) }))
    .sort((a, b) => place(a.cadence.key) - place(b.cadence.key));
}
