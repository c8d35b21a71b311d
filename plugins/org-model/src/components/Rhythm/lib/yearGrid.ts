import { DateTime } from 'luxon';

/** The weeks of a year as columns, with the months above them. */
export interface YearGrid {
  year: number;
  zone: string;
  /** The Monday of the first column; it may lie in the year before. */
  start: DateTime;
  weeks: number;
  /** First column (from 0) and how many columns each month heads. */
  months: { label: string; column: number; span: number }[];
}

/** The column of a day, cut to the year. */
export function columnOf(grid: YearGrid, date: DateTime): number {
  const days = Math.floor(
    date.setZone(grid.zone).startOf('day').diff(grid.start, 'days').days + 0.1,
  );
  return Math.min(Math.max(Math.floor(days / 7), 0), grid.weeks - 1);
}

/** Lays out a year; a week belongs to the month of its Thursday, as weeks belong to years. */
export function yearGrid(year: number, zone: string): YearGrid {
  const first = DateTime.fromObject({ year, month: 1, day: 1 }, { zone });
  const last = DateTime.fromObject({ year, month: 12, day: 31 }, { zone });
  const start = first.startOf('week');
  const weeks = Math.floor(last.diff(start, 'days').days / 7 + 0.01) + 1;
  const months: YearGrid['months'] = [];
  for (let column = 0; column < weeks; column++) {
    const thursday = start.plus({ weeks: column, days: 3 });
    const lastMonth = thursday.year > year ? 12 : thursday.month;
    const month = thursday.year < year ? 1 : lastMonth;
    const label = DateTime.fromObject({ year, month }, { zone })
      .setLocale('en')
      .toFormat('LLL');
    const open = months[months.length - 1];
    if (open?.label === label) open.span += 1;
    else months.push({ label, column, span: 1 });
  }
  return { year, zone, start, weeks, months };
}

/** Where now stands between the first and the last column, 0 to 1; nothing in another year. */
export function todayPosition(
  grid: YearGrid,
  now: DateTime,
): number | undefined {
  const local = now.setZone(grid.zone);
  if (local.year !== grid.year) return undefined;
  return local.diff(grid.start, 'days').days / (grid.weeks * 7);
}
