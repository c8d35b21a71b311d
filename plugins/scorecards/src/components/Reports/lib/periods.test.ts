import { DateTime } from 'luxon';
import { periodInWords, recentPeriods } from './periods';

describe('recentPeriods', () => {
  it('go back over the turn of a year by ISO weeks of UTC', () => {
    const now = DateTime.fromISO('2027-01-04T01:00:00+03:00', {
      setZone: true,
    });
    const { weeks, months } = recentPeriods(now, 3);
    expect(weeks.map(({ id }) => id)).toEqual([
      '2026-W53',
      '2026-W52',
      '2026-W51',
    ]);
    expect(weeks[0]).toMatchObject({
      title: 'Week 53, 28 December 2026 – 3 January 2027',
      running: true,
    });
    expect(months.map(({ id, title }) => `${id} ${title}`)).toEqual([
      '2027-01 January 2027',
      '2026-12 December 2026',
      '2026-11 November 2026',
    ]);
  });
});

describe('periodInWords', () => {
  it.each([
    ['2026-W48', 'week 48, 23–29 November 2026'],
    ['2026-W49', 'week 49, 30 November – 6 December 2026'],
    ['2026-W53', 'week 53, 28 December 2026 – 3 January 2027'],
    ['2026-11', 'November 2026'],
    ['yesterday', 'yesterday'],
  ])('makes of %s "%s"', (id, words) => {
    expect(periodInWords(id)).toBe(words);
  });
});
