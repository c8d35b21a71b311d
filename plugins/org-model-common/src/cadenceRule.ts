import { InputError } from '@backstage/errors';

/** How often: so many days, weeks or months; calendar periods begin in January. */
export interface Interval {
  unit: 'day' | 'week' | 'month';
  count: number;
  /** Quarters, half-years and years stand in the calendar; the others count from the first day. */
  calendar: boolean;
}

/** Which day of the interval. */
export type DayRule =
  | { kind: 'weekday'; weekday: number }
  | { kind: 'nth'; nth: number; weekday: number; month?: number }
  | { kind: 'date'; day: number; month?: number };

export interface Duration {
  count: number;
  unit: 'minute' | 'hour' | 'day';
}

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

export const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
] as const;

const calendarMonths: Record<string, number> = {
  quarter: 3,
  'half-year': 6,
  year: 12,
};

const everySuggestions: Record<string, string> = {
  daily: 'day',
  weekly: 'week',
  biweekly: '2 weeks',
  'bi-weekly': '2 weeks',
  fortnightly: '2 weeks',
  fortnight: '2 weeks',
  monthly: 'month',
  bimonthly: '2 months',
  quarterly: 'quarter',
  'semi-annually': 'half-year',
  'half-yearly': 'half-year',
  halfyear: 'half-year',
  annually: 'year',
  annual: 'year',
  yearly: 'year',
};

function fail(field: string, text: string, advice: string): never {
  throw new InputError(`\`${field}: ${text}\` is not understood: ${advice}`);
}

/** Reads `every`. */
export function parseEvery(text: string): Interval {
  const [, number, unit] =
    /^(?:(\d{1,3}) +)?(day|week|month|quarter|half-year|year)s?$/i.exec(
      text.trim(),
    ) ?? [];
  const count = Number(number ?? 1);
  if (!unit || count < 1) {
    const suggestion = everySuggestions[text.trim().toLowerCase()];
    fail(
      'every',
      text,
      suggestion
        ? `write \`every: ${suggestion}\``
        : 'write `day`, `week`, `month`, `quarter`, `half-year` or `year`, with a number in front if not each, such as `2 weeks`',
    );
  }
  const name = unit.toLowerCase();
  const months = calendarMonths[name];
  return months
    ? { unit: 'month', count: count * months, calendar: true }
    : { unit: name as Interval['unit'], count, calendar: false };
}

function weekdayOf(text: string): number | undefined {
  const at = weekdays.findIndex(
    day => day.toLowerCase() === text.toLowerCase(),
  );
  return at < 0 ? undefined : at;
}

function ordinalOf(text: string): number | undefined {
  if (text.toLowerCase() === 'last') return -1;
  const at = ordinals.findIndex(word => word === text.toLowerCase());
  return at < 0 ? undefined : at + 1;
}

function suggestWeekday(text: string): string {
  const word = text.trim().split(' ').at(-1)!.slice(0, 3).toLowerCase();
  const near = weekdays.find(day => day.toLowerCase().startsWith(word));
  return near ? ` (did you mean ${near}?)` : '';
}

/** Reads `on`, which must fit the interval. */
export function parseOn(text: string, interval: Interval): DayRule {
  if (interval.unit === 'day') {
    fail('on', text, 'days are counted from `starts`: leave `on` out');
  }
  if (interval.unit === 'week') {
    const weekday = weekdayOf(text.trim());
    if (weekday !== undefined) return { kind: 'weekday', weekday };
    fail(
      'on',
      text,
      `name one weekday, such as \`Tuesday\`${suggestWeekday(text)}`,
    );
  }
  const [, monthText, dayText] =
    /^(?:(\w+) +month, *)?(.*)$/i.exec(text.trim()) ?? [];
  const month = monthText === undefined ? undefined : monthOf(monthText);
  const day = parseDayOfMonth(dayText);
  if (!day) {
    fail(
      'on',
      text,
      `write \`first Tuesday\`, \`last Friday\` or \`day 15\`${suggestWeekday(text)}`,
    );
  }
  return month === undefined ? day : { ...day, month };

  function monthOf(word: string): number {
    const ordinal = ordinalOf(word);
    const last = interval.count;
    if (!interval.calendar) {
      fail('on', text, '`every: month` has one month: leave the month out');
    }
    if (ordinal === undefined || ordinal > last) {
      fail(
        'on',
        text,
        `write \`first month\` up to \`${ordinals[Math.min(last, 12) - 1]} month\`, or \`last month\``,
      );
    }
    return ordinal === -1 ? last : ordinal;
  }
}

function parseDayOfMonth(
  text: string,
): Exclude<DayRule, { kind: 'weekday' }> | undefined {
  const [, number] = /^day (\d{1,2})$/i.exec(text) ?? [];
  if (number) {
    const day = Number(number);
    return day >= 1 && day <= 31 ? { kind: 'date', day } : undefined;
  }
  const [, nthText, weekdayText] = /^(\w+) +(\w+)$/.exec(text) ?? [];
  const nth = nthText === undefined ? undefined : ordinalOf(nthText);
  const weekday =
    weekdayText === undefined ? undefined : weekdayOf(weekdayText);
  if (nth === undefined || weekday === undefined || nth > 4) return undefined;
  return { kind: 'nth', nth, weekday };
}

const durationUnits: Record<string, Duration['unit']> = {
  min: 'minute',
  minute: 'minute',
  h: 'hour',
  hour: 'hour',
  day: 'day',
  week: 'day',
};

/** Reads `lasts`. */
export function parseLasts(text: string): Duration {
  const [, number, word] =
    /^(\d{1,4}) *(min|minute|h|hour|day|week)s?$/i.exec(text.trim()) ?? [];
  const count = Number(number);
  if (!word || count < 1) {
    fail('lasts', text, 'write such as `45 min`, `2 h` or `3 days`');
  }
  const name = word.toLowerCase();
  return {
    count: name === 'week' ? count * 7 : count,
    unit: durationUnits[name],
  };
}
