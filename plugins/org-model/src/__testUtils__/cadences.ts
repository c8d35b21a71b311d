import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';

/** A cadence with what a test does not care about filled in. */
export function aCadence(over: Partial<GroupCadence> = {}): GroupCadence {
  const group = over.group ?? 'group:default/squad-b-1';
  const id = over.id ?? 'planning';
  return {
    id,
    title: 'Sprint planning',
    kind: 'planning',
    every: '2 weeks',
    on: 'Tuesday',
    at: '10:00',
    starts: '2026-01-06',
    with: [],
    group,
    groupTitle: 'B-1 Compute Platform',
    timeZone: 'Europe/Berlin',
    rule: 'every 2 weeks on Tuesday at 10:00',
    invited: false,
    key: `${group}#${id}`,
    ...over,
  };
}

/** An occurrence of a cadence; a quarter of an hour long when no end is given. */
export function anOccurrence(
  start: string,
  over: Partial<Occurrence> = {},
): Occurrence {
  const end = start.includes('T')
    ? new Date(Date.parse(start) + 15 * 60_000).toISOString()
    : start;
  return { cadence: aCadence().key, start, end, ...over };
}
