import { DateTime } from 'luxon';
import { aCadence, anOccurrence } from '../../../__testUtils__/cadences';
import { rhythmAnswer } from './rhythmAnswer';

const now = DateTime.fromISO('2026-11-24T12:00:00', { zone: 'UTC' });

describe('rhythmAnswer', () => {
  it('counts the cadences and those of today, and names the next', () => {
    const daily = aCadence({ id: 'daily', every: 'day' });
    expect(
      rhythmAnswer({
        cadences: [aCadence(), daily],
        occurrences: [
          anOccurrence('2026-11-24', { end: '2026-11-25', cadence: daily.key }),
          anOccurrence('2026-11-25', { end: '2026-11-26', cadence: daily.key }),
          anOccurrence('2026-11-26T09:00:00Z'),
          anOccurrence('2026-11-26T08:00:00Z', { cadence: 'filtered away' }),
        ],
        now,
      }),
    ).toBe(
      '2 cadences; 1 today; next: Sprint planning of B-1 Compute Platform, Thu 26 Nov 2026, 09:00–09:15.',
    );
  });

  it('says what of today is the next', () => {
    expect(
      rhythmAnswer({
        cadences: [aCadence()],
        occurrences: [anOccurrence('2026-11-24T15:00:00Z')],
        now,
      }),
    ).toBe(
      '1 cadence; 1 today; next: Sprint planning of B-1 Compute Platform, today, 15:00–15:15.',
    );
  });

  it('says that there is none', () => {
    expect(rhythmAnswer({ cadences: [], occurrences: [], now })).toBe(
      'No cadence here.',
    );
  });
});
