import { DateTime } from 'luxon';
import { aCadence, anOccurrence } from '../../../__testUtils__/cadences';
import { agenda } from './agenda';

const now = DateTime.fromISO('2026-11-24T12:00:00', { zone: 'Europe/Berlin' });

function days(...occurrences: ReturnType<typeof anOccurrence>[]) {
  return agenda({ cadences: [aCadence()], occurrences, now });
}

describe('agenda', () => {
  it('groups the next days, whole days first, and names today and tomorrow', () => {
    const meeting = anOccurrence('2026-11-25T09:00:00.000Z');
    const drill = anOccurrence('2026-11-25', { end: '2026-11-26' });
    const earlier = anOccurrence('2026-11-24T07:00:00.000Z');
    const result = days(meeting, drill, earlier);
    expect(result.map(day => day.label)).toEqual([
      'Today · Tuesday, 24 November 2026',
      'Tomorrow · Wednesday, 25 November 2026',
    ]);
    expect(result[1].items.map(item => item.occurrence)).toEqual([
      drill,
      meeting,
    ]);
  });

  it('leaves out what is over, what is too far away and what has no cadence', () => {
    expect(
      days(
        anOccurrence('2026-11-23T09:00:00.000Z'),
        anOccurrence('2026-12-24T12:00:00.000Z'),
        anOccurrence('2026-11-25T09:00:00.000Z', { cadence: 'unknown' }),
      ),
    ).toEqual([]);
  });

  it('keeps what began before today and still runs, on today', () => {
    const [day] = days(anOccurrence('2026-11-16', { end: '2026-11-30' }));
    expect(day.day).toBe('2026-11-24');
  });
});
