import fc from 'fast-check';
import { DateTime } from 'luxon';
import { columnOf, todayPosition, yearGrid } from './yearGrid';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'];

describe('yearGrid', () => {
  it('begins 2026 in the week of Monday 29 December', () => {
    const grid = yearGrid(2026, 'UTC');
    expect(grid.start.toISODate()).toBe('2025-12-29');
    expect(grid.weeks).toBe(53);
    expect(grid.months.map(month => month.label)).toEqual([
      ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
      ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    ]);
  });

  it('heads every column with exactly one of twelve months', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1971, max: 2199 }),
        fc.constantFrom(...zones),
        (year, zone) => {
          const { months, weeks } = yearGrid(year, zone);
          expect(months).toHaveLength(12);
          let next = 0;
          for (const { column, span } of months) {
            expect(column).toBe(next);
            next += span;
          }
          expect(next).toBe(weeks);
        },
      ),
    );
  });

  it('puts every day into the column whose Monday begins its week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 0, max: 364 }),
        fc.constantFrom(...zones),
        (year, offset, zone) => {
          const grid = yearGrid(year, zone);
          const day = DateTime.fromObject({ year }, { zone }).plus({
            days: offset,
            hours: 13,
          });
          const monday = grid.start.plus({ weeks: columnOf(grid, day) });
          expect(monday.toISODate()).toBe(day.startOf('week').toISODate());
        },
      ),
    );
  });

  it('cuts days outside the year to its first and last column', () => {
    const grid = yearGrid(2026, 'UTC');
    expect(columnOf(grid, DateTime.fromISO('2024-05-05'))).toBe(0);
    expect(columnOf(grid, DateTime.fromISO('2028-05-05'))).toBe(52);
  });

  it('marks today in its own year only', () => {
    const now = DateTime.fromISO('2026-07-01T12:00:00Z');
    expect(todayPosition(yearGrid(2026, 'UTC'), now)).toBeCloseTo(0.497, 2);
    expect(todayPosition(yearGrid(2027, 'UTC'), now)).toBeUndefined();
  });
});
