import {
  CadenceTiming,
  cadenceDates,
  describeCadence,
  parseCadence,
} from './cadence';

const year = { from: '2026-01-01', to: '2026-12-31' };
const starts = '2026-01-01';

const days = (cadence: Partial<CadenceTiming>, period = year) =>
  cadenceDates({ every: 'week', starts, ...cadence }, period, 'UTC').map(
    ({ start }) => start.slice(0, 10),
  );

describe('cadenceDates', () => {
  it.each([
    ['every day', { every: 'day' }, ['2026-01-01', '2026-01-02', '2026-01-03']],
    [
      'every 90 days from its first day',
      { every: '90 days', starts: '2026-02-10' },
      ['2026-02-10', '2026-05-11', '2026-08-09', '2026-11-07'],
    ],
    [
      'every week on the weekday of its first day',
      { every: 'week' },
      ['2026-01-01', '2026-01-08', '2026-01-15'],
    ],
    [
      'every 2 weeks from the first such weekday',
      { every: '2 weeks', on: 'Tuesday' },
      ['2026-01-06', '2026-01-20', '2026-02-03'],
    ],
    [
      'the first Tuesday of each month',
      { every: 'month', on: 'first Tuesday' },
      ['2026-01-06', '2026-02-03', '2026-03-03'],
    ],
    [
      'the last Friday of each month',
      { every: 'month', on: 'last Friday' },
      ['2026-01-30', '2026-02-27', '2026-03-27'],
    ],
    [
      'a day that short months lack on their last one',
      { every: 'month', on: 'day 31' },
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      'every 2 months from its first one',
      { every: '2 months', on: 'day 15', starts: '2026-02-01' },
      ['2026-02-15', '2026-04-15', '2026-06-15'],
    ],
    [
      'the first Tuesday of each quarter',
      { every: 'quarter', on: 'first Tuesday' },
      ['2026-01-06', '2026-04-07', '2026-07-07', '2026-10-06'],
    ],
    [
      'the last Friday of each quarter',
      { every: 'quarter', on: 'last Friday' },
      ['2026-03-27', '2026-06-26', '2026-09-25', '2026-12-25'],
    ],
    [
      'a day of the second month of each quarter',
      { every: 'quarter', on: 'second month, first Tuesday' },
      ['2026-02-03', '2026-05-05', '2026-08-04', '2026-11-03'],
    ],
    [
      'half-years that stand in the calendar, not before its first day',
      { every: 'half-year', on: 'day 15', starts: '2026-02-01' },
      ['2026-07-15'],
    ],
    [
      'a quarter without a day on the day of its first one',
      { every: 'quarter', starts: '2026-02-10' },
      ['2026-02-10', '2026-05-10', '2026-08-10', '2026-11-10'],
    ],
    [
      'a year in its eleventh month',
      { every: 'year', on: 'eleventh month, day 2' },
      ['2026-11-02'],
    ],
  ])('takes place %s', (_, cadence, expected) => {
    const found = days(cadence);
    expect(found.slice(0, expected.length)).toEqual(expected);
    expect(found.length).toBeGreaterThanOrEqual(expected.length);
  });

  it('keeps its local time over a change of daylight saving', () => {
    const dates = cadenceDates(
      { every: 'week', on: 'Monday', at: '10:00', lasts: '45 min', starts },
      { from: '2026-03-23', to: '2026-03-30' },
      'Europe/Berlin',
    );
    expect(dates).toEqual([
      { start: '2026-03-23T09:00:00Z', end: '2026-03-23T09:45:00Z' },
      { start: '2026-03-30T08:00:00Z', end: '2026-03-30T08:45:00Z' },
    ]);
  });

  it('prefers its own zone, and is asked for by the days of UTC', () => {
    const dates = cadenceDates(
      { every: 'day', at: '01:00', starts, timeZone: 'Asia/Tokyo' },
      { from: '2026-05-01', to: '2026-05-01' },
      'UTC',
    );
    expect(dates).toEqual([
      { start: '2026-05-01T16:00:00Z', end: '2026-05-01T17:00:00Z' },
    ]);
  });

  it.each([
    ['2026-09-06', 0],
    ['2026-09-07', 1],
    ['2026-09-08', 1],
    ['2026-09-17', 1],
    ['2026-09-18', 0],
  ])('that takes 11 days is found on %s %d times', (on, times) => {
    const reviews = { every: 'year', lasts: '11 days', starts: '2026-09-07' };
    const dates = cadenceDates(reviews, { from: on, to: on }, 'UTC');
    expect(dates).toEqual(
      Array(times).fill({ start: '2026-09-07', end: '2026-09-18' }),
    );
  });

  it('is still found on the day after when it runs over midnight', () => {
    const night = { every: 'week', on: 'Friday', at: '23:30', starts };
    const on = (day: string) =>
      cadenceDates(night, { from: day, to: day }, 'UTC').length;
    expect(['2026-05-01', '2026-05-02', '2026-05-03'].map(on)).toEqual([
      1, 1, 0,
    ]);
  });

  it('ends a whole-day cadence on the day after its last', () => {
    const dates = cadenceDates(
      { every: 'month', on: 'day 30', lasts: '3 days', starts },
      { from: '2026-04-02', to: '2026-04-30' },
      'UTC',
    );
    expect(dates).toEqual([{ start: '2026-04-30', end: '2026-05-03' }]);
  });
});

describe('parseCadence', () => {
  it.each([
    [
      { every: 'biweekly' },
      '`every: biweekly` is not understood: write `every: 2 weeks`',
    ],
    [
      { every: '0 weeks' },
      '`every: 0 weeks` is not understood: write `day`, `week`',
    ],
    [
      { on: 'Tuesdays' },
      '`on: Tuesdays` is not understood: name one weekday, such as `Tuesday` (did you mean Tuesday?)',
    ],
    [{ on: 'first Tuesday' }, 'name one weekday'],
    [
      { every: 'month', on: 'Tuesday' },
      'write `first Tuesday`, `last Friday` or `day 15` (did you mean Tuesday?)',
    ],
    [{ every: 'month', on: 'fifth Tuesday' }, 'write `first Tuesday`'],
    [{ every: 'month', on: 'day 32' }, 'write `first Tuesday`'],
    [
      { every: 'month', on: 'second month, day 1' },
      '`every: month` has one month: leave the month out',
    ],
    [
      { every: 'quarter', on: 'fourth month, day 1' },
      'write `first month` up to `third month`, or `last month`',
    ],
    [
      { every: '90 days', on: 'Tuesday' },
      'days are counted from `starts`: leave `on` out',
    ],
    [
      { lasts: 'an hour' },
      '`lasts: an hour` is not understood: write such as `45 min`, `2 h` or `3 days`',
    ],
    [
      { starts: '2026-02-30' },
      '`starts: 2026-02-30` is no day of the calendar',
    ],
    [
      { timeZone: 'Berlin' },
      '`timeZone: Berlin` is no time zone: write an IANA name',
    ],
  ])('refuses %j and says what to write', (cadence, message) => {
    expect(() => parseCadence({ every: 'week', starts, ...cadence })).toThrow(
      message,
    );
  });
});

describe('describeCadence', () => {
  it.each([
    [
      { every: '2 weeks', on: 'tuesday', at: '10:00', lasts: '45 min' },
      'every 2 weeks on Tuesday at 10:00 for 45 min',
    ],
    [{ every: 'month', on: 'last friday' }, 'every month on the last Friday'],
    [
      { every: 'quarter', on: 'second month, first Tuesday' },
      'every quarter on the first Tuesday of the second month',
    ],
    [
      { every: 'year', on: 'last month, day 15' },
      'every year on day 15 of the last month',
    ],
    [{ every: '90 days' }, 'every 90 days'],
  ])('says %j in words', (cadence, words) => {
    expect(describeCadence({ starts, ...cadence })).toBe(words);
  });
});
