import fc from 'fast-check';
import { dayFrom, dayText } from './day';
import { periodAt, previousPeriod, readPeriod, stepStart } from './period';

/** Of the years from 1970 to 2300. */
const day = fc.integer({ min: 0, max: 120_000 });
const kind = fc.constantFrom('weekly' as const, 'monthly' as const);
/** 0 is Monday: 1970-01-01 was a Thursday. */
const weekday = (number: number) => (((number + 3) % 7) + 7) % 7;

describe('readPeriod', () => {
  it.each([
    ['2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('of %s is from %s to %s', (text, from, to) => {
    const period = readPeriod(text);
    expect([period.from, period.to].map(dayText)).toEqual([from, to]);
    expect(period.text).toBe(text);
    expect(period.kind).toBe(text.includes('W') ? 'weekly' : 'monthly');
  });

  it.each([
    '2025-W53',
    '2026-W00',
    '2026-W54',
    '2026-W1',
    '2026-13',
    '2026-00',
    '2026',
    '2026-11-28',
    '2026-W48-1',
    'W48',
    '',
  ])('refuses "%s"', text => {
    expect(() => readPeriod(text)).toThrow(
      `There is no period ${text}. Write a week as 2026-W48 or a month as 2026-11.`,
    );
  });
});

describe('periods', () => {
  it('come back from their text and hold their day', () => {
    fc.assert(
      fc.property(kind, day, (of, number) => {
        const period = periodAt(of, number);
        expect(readPeriod(period.text)).toEqual(period);
        expect(period.from).toBeLessThanOrEqual(number);
        expect(period.to).toBeGreaterThanOrEqual(number);
      }),
    );
  });

  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(kind, day, (of, number) => {
        const period = periodAt(of, number);
        const before = previousPeriod(period);
        expect(before.kind).toBe(of);
        expect(before.to).toBe(period.from - 1);
        expect(periodAt(of, period.to + 1).from).toBe(period.to + 1);
      }),
    );
  });

  it('of a week run from Monday to Sunday and bear the year of their Thursday', () => {
    fc.assert(
      fc.property(day, number => {
        const { text, from, to } = periodAt('weekly', number);
        expect(weekday(from)).toBe(0);
        expect(to - from).toBe(6);
        const thursday = dayText(from + 3);
        const firstOfYear = dayFrom(`${thursday.slice(0, 4)}-01-01`);
        const week = Math.floor((from + 3 - firstOfYear) / 7) + 1;
        expect(text).toBe(
          `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`,
        );
      }),
    );
  });

  it('of a month hold the days that begin with it', () => {
    fc.assert(
      fc.property(day, number => {
        const { text, from, to } = periodAt('monthly', number);
        expect(dayText(from)).toBe(`${text}-01`);
        expect(dayText(to).startsWith(text)).toBe(true);
        expect(dayText(to + 1).startsWith(text)).toBe(false);
      }),
    );
  });
});

describe('stepStart', () => {
  it.each([
    ['day', '2026-11-28', '2026-11-28'],
    ['week', '2026-11-29', '2026-11-23'],
    ['week', '2026-11-30', '2026-11-30'],
    ['week', '2027-01-01', '2026-12-28'],
    ['month', '2026-11-28', '2026-11-01'],
    ['month', '2024-02-29', '2024-02-01'],
  ] as const)('of a %s holding %s is %s', (step, of, start) => {
    expect(dayText(stepStart(step, dayFrom(of)))).toBe(start);
  });
});
