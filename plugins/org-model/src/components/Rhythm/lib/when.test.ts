import { DateTime } from 'luxon';
import { aCadence, anOccurrence } from '../../../__testUtils__/cadences';
import { dayText, spanOf, timeText, upcoming, whenText } from './when';

describe('when', () => {
  it("shows a meeting on the person's clock and names the schedule's zone", () => {
    const occurrence = anOccurrence('2026-11-24T09:00:00.000Z', {
      end: '2026-11-24T09:45:00.000Z',
    });
    expect(whenText(occurrence, aCadence(), 'America/New_York')).toBe(
      'Tue 24 Nov 2026, 04:00–04:45 (10:00 Europe/Berlin)',
    );
  });

  it('names the weekday of the schedule when it is another day there', () => {
    const occurrence = anOccurrence('2026-11-24T00:30:00.000Z');
    expect(
      whenText(occurrence, aCadence({ timeZone: 'UTC' }), 'America/New_York'),
    ).toBe('Mon 23 Nov 2026, 19:30–19:45 (Tue 00:30 UTC)');
  });

  it('says nothing of the zone when both clocks show the same', () => {
    const occurrence = anOccurrence('2026-11-24T09:00:00.000Z');
    expect(whenText(occurrence, aCadence(), 'Europe/Paris')).toBe(
      'Tue 24 Nov 2026, 10:00–10:15',
    );
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])(
    'keeps whole days the days that they are in %s',
    zone => {
      const span = spanOf({ start: '2026-11-24', end: '2026-11-27' }, zone);
      expect(dayText(span)).toBe('Tue 24 Nov 2026 – Thu 26 Nov 2026');
      expect(timeText(span)).toBe('all day');
      const single = { start: '2026-11-24', end: '2026-11-25' };
      expect(whenText(single, aCadence(), zone)).toBe(
        'Tue 24 Nov 2026, all day',
      );
    },
  );

  it('lists what has not ended, soonest first', () => {
    const now = DateTime.fromISO('2026-11-24T09:05:00Z', { zone: 'UTC' });
    const running = anOccurrence('2026-11-24T09:00:00.000Z');
    const over = anOccurrence('2026-11-24T08:00:00.000Z');
    const later = anOccurrence('2026-12-24T08:00:00.000Z');
    expect(upcoming([later, over, running], now, 'UTC')).toEqual([
      running,
      later,
    ]);
  });
});
