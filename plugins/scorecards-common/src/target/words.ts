import type { TargetOp, TargetPeriod } from './target';

/** The ways in which people write an operator, longest first. */
export const opWords: readonly (readonly [string, TargetOp])[] = [
  ['no more than', '<='],
  ['no less than', '>='],
  ['more than', '>'],
  ['less than', '<'],
  ['at least', '>='],
  ['at most', '<='],
  ['exactly', '='],
  ['above', '>'],
  ['below', '<'],
  ['under', '<'],
  ['over', '>'],
  ['>=', '>='],
  ['=>', '>='],
  ['<=', '<='],
  ['=<', '<='],
  ['==', '='],
  ['≥', '>='],
  ['≤', '<='],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
];

const unitSpellings: Readonly<Record<string, readonly string[]>> = {
  '%': ['%', 'percent', 'pct'],
  ms: ['ms', 'msec', 'millisecond', 'milliseconds'],
  s: ['s', 'sec', 'secs', 'second', 'seconds'],
  min: ['min', 'mins', 'minute', 'minutes'],
  h: ['h', 'hr', 'hrs', 'hour', 'hours'],
  d: ['d', 'day', 'days'],
  w: ['w', 'wk', 'wks', 'week', 'weeks'],
};

const periodSpellings: Readonly<Record<TargetPeriod, readonly string[]>> = {
  day: ['day', 'd', 'daily'],
  week: ['week', 'w', 'weekly'],
  month: ['month', 'monthly'],
  quarter: ['quarter', 'q', 'quarterly'],
  year: ['year', 'y', 'yearly', 'annually', 'annual'],
};

/** Every spelling of a unit or a period, with what it stands for. */
function index<T extends string>(
  spellings: Readonly<Record<T, readonly string[]>>,
): ReadonlyMap<string, T> {
  return new Map(
    (Object.keys(spellings) as T[]).flatMap(name =>
      spellings[name].map(spelling => [spelling, name] as const),
    ),
  );
}

/** Units of time, with the seconds that each has. A business day counts as a day of the calendar. */
export const timeUnits: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['min', 60],
  ['h', 3_600],
  ['d', 86_400],
  ['business d', 86_400],
  ['w', 604_800],
]);

export const unitNames = index(unitSpellings);
export const periodNames = index(periodSpellings);

/** Words of the language itself, which cannot be what is counted. */
export const reservedWords: ReadonlySet<string> = new Set([
  'per',
  'of',
  'for',
  'in',
  'out',
  'business',
  'working',
  'nine',
  'nines',
  'x',
  'm',
  'month',
  'months',
  'quarter',
  'quarters',
  'year',
  'years',
  ...periodNames.keys(),
  ...unitNames.keys(),
]);

/** The word that a misspelt one was to be: one letter wrong, missing, too many, or two swapped. */
export function slipOf(
  word: string,
  known: Iterable<string>,
): string | undefined {
  for (const candidate of known) {
    if (candidate.length > 2 && isSlip(word, candidate)) return candidate;
  }
  return undefined;
}

/** A first letter is hardly ever wrong, and `tours` are no `hours`. */
function isSlip(a: string, b: string): boolean {
  if (a[0] !== b[0]) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) {
    start += 1;
  }
  let end = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (end < shorter && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a, b].map(text =>
    text.slice(start, text.length - end),
  );
  const isSwap = left.length === 2 && left === [...right].reverse().join('');
  return isSwap || (left.length <= 1 && right.length <= 1);
}
