import { DateTime } from 'luxon';
import { aCadence, anOccurrence } from './cadences';
import { aNode } from './groupTree';
import { treeAnswer } from './portal';

export const now = DateTime.fromISO('2026-11-24T08:00:00', {
  zone: 'Europe/Berlin',
});
export const steering = aCadence({
  group: 'group:default/council-ai',
  groupTitle: 'AI Council',
  id: 'steering',
  title: 'AI steering',
  kind: 'meeting',
  with: ['Safety', 'division-1b'],
  rule: 'every quarter',
  timeZone: 'UTC',
});
const standup = aCadence({
  id: 'standup',
  title: 'Stand-up',
  every: 'week',
  kind: 'planning',
  rule: 'every week on Monday',
});
/** Quarterly steering, and a stand-up each week. */
export const rhythm = {
  cadences: [steering, standup],
  occurrences: [
    anOccurrence('2026-02-03T15:00:00Z', { cadence: steering.key }),
    anOccurrence('2026-11-25T15:00:00Z', { cadence: steering.key }),
    ...Array.from({ length: 50 }, (_, week) =>
      anOccurrence(DateTime.utc(2026, 1, 5, 9).plus({ weeks: week }).toISO()!, {
        cadence: standup.key,
      }),
    ),
  ],
};
export const tree = treeAnswer(
  aNode({ name: 'company', type: 'organization', title: 'Company' }),
  aNode({
    name: 'division-1b',
    type: 'division',
    title: '1B Core Cloud',
    parent: 'group:default/company',
  }),
  aNode({
    name: 'squad-b-1',
    title: 'B-1 Compute Platform',
    parent: 'group:default/division-1b',
  }),
  aNode({
    name: 'council-ai',
    type: 'council',
    title: 'AI Council',
    parent: 'group:default/company',
  }),
);
