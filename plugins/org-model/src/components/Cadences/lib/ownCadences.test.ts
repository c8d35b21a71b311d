import { DateTime } from 'luxon';
import { aCadence, anOccurrence } from '../../../__testUtils__/cadences';
import { ownCadences } from './ownCadences';

const now = DateTime.fromISO('2026-11-24T12:00:00', { zone: 'UTC' });

describe('ownCadences', () => {
  it('has what another group invites to', () => {
    const board = aCadence({ group: 'group:default/company', invited: true });
    const rows = ownCadences(
      { cadences: [board], occurrences: [] },
      'group:default/squad-b-1',
      now,
    );
    expect(rows).toHaveLength(1);
  });

  it("orders a group's own cadences by their next date and leaves those below out", () => {
    const weekly = aCadence({ id: 'weekly' });
    const yearly = aCadence({ id: 'yearly' });
    const never = aCadence({ id: 'never' });
    const below = aCadence({ group: 'group:default/unit-b-1-x' });
    const dates = [
      anOccurrence('2027-03-01', { end: '2027-03-02', cadence: yearly.key }),
      anOccurrence('2026-11-17T09:00:00.000Z', { cadence: weekly.key }),
      anOccurrence('2026-12-01T09:00:00.000Z', { cadence: weekly.key }),
      anOccurrence('2026-11-25T09:00:00.000Z', { cadence: below.key }),
    ];
    const rows = ownCadences(
      { cadences: [never, yearly, below, weekly], occurrences: dates },
      weekly.group,
      now,
    );
    expect(rows.map(({ cadence, next }) => [cadence.id, next?.start])).toEqual([
      ['weekly', '2026-12-01T09:00:00.000Z'],
      ['yearly', '2027-03-01'],
      ['never', undefined],
    ]);
  });
});
