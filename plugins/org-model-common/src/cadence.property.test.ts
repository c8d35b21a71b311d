import fc from 'fast-check';
import { DateTime } from 'luxon';
import { CadenceTiming, cadenceDates } from './cadence';

const weekday = fc.constantFrom('Monday', 'Wednesday', 'Sunday');
const ofMonth = fc.oneof(
  fc
    .tuple(fc.constantFrom('first', 'third', 'last'), weekday)
    .map(words => words.join(' ')),
  fc.integer({ min: 1, max: 31 }).map(day => `day ${day}`),
);
const day = fc
  .integer({ min: 0, max: 900 })
  .map(n => DateTime.utc(2025, 1, 1).plus({ days: n }).toISODate()!);
const anyCadence: fc.Arbitrary<CadenceTiming> = fc
  .record({
    rule: fc.oneof(
      fc.record({ every: fc.constantFrom('day', '90 days') }),
      fc.record({ every: fc.constantFrom('week', '3 weeks'), on: weekday }),
      fc.record({
        every: fc.constantFrom(
          'month',
          '2 months',
          'quarter',
          'half-year',
          'year',
        ),
        on: fc.option(ofMonth, { nil: undefined }),
      }),
    ),
    starts: day,
    at: fc.option(fc.constantFrom('00:00', '02:30', '23:59'), {
      nil: undefined,
    }),
    lasts: fc.option(fc.constantFrom('1 min', '30 h', '3 days', '2 weeks'), {
      nil: undefined,
    }),
  })
  .map(({ rule, ...rest }) => ({ ...rule, ...rest }));
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
);

describe('cadenceDates of any cadence', () => {
  it('are those of a longer period that overlap this one, each local day once and none before the first', () => {
    fc.assert(
      fc.property(anyCadence, zone, day, day, (cadence, timeZone, from, to) => {
        const dates = cadenceDates(cadence, { from, to }, timeZone);
        const all = cadenceDates(
          cadence,
          { from: '2024-01-01', to: '2028-01-01' },
          timeZone,
        );
        const until = Date.parse(to) + 86_400_000;
        const expected = all.filter(
          ({ start, end }) =>
            from <= to &&
            Date.parse(end) > Date.parse(from) &&
            Date.parse(start) < until,
        );
        expect(dates).toEqual(expected);
        const local = all.map(({ start }) =>
          DateTime.fromISO(start, {
            zone: cadence.at ? timeZone : 'utc',
          }).toISODate()!,
        );
        expect(local.every(each => each >= cadence.starts)).toBe(true);
        expect(local).toEqual([...new Set(local)].sort());
        expect(all.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });

  it('of two adjacent periods are those of the whole, and share only what runs across the border', () => {
    fc.assert(
      fc.property(
        anyCadence,
        zone,
        fc.tuple(day, day, day).map(three => [...three].sort()),
        (cadence, timeZone, [from, middle, to]) => {
          const border = DateTime.fromISO(middle, { zone: 'utc' }).plus({
            days: 1,
          });
          const dates = (a: string, b: string) =>
            cadenceDates(cadence, { from: a, to: b }, timeZone);
          const before = dates(from, middle);
          const after = middle < to ? dates(border.toISODate()!, to) : [];
          const fresh = after.filter(
            ({ start }) => Date.parse(start) >= border.toMillis(),
          );
          const running = after.filter(each => !fresh.includes(each));
          expect([...before, ...fresh]).toEqual(dates(from, to));
          expect(before).toEqual(expect.arrayContaining(running));
        },
      ),
    );
  });

  it('count days from the first one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (first, count) => {
        const [start, next] = cadenceDates(
          { every: `${count} days`, starts: first },
          { from: first, to: '2029-01-01' },
          'UTC',
        ).map(date => date.start.slice(0, 10));
        expect(start).toBe(first);
        expect(Date.parse(next) - Date.parse(start)).toBe(count * 86_400_000);
      }),
    );
  });
});
