import type { Target, TargetPeriod } from './target';
import type { TargetPositions } from './checkTarget';
import { Rejection, TokenCursor } from './TokenCursor';
import type { Token } from './tokens';
import { periodNames, reservedWords, slipOf, unitNames } from './words';

const MAX_NINES = 30;

/** Percent of so many nines: `11×9`, `11 9s` and `11 nines` are 99.999999999; nothing when there are none. */
export function readNines(
  cursor: TokenCursor,
  number: Token,
): string | undefined {
  if (!skipNines(cursor)) return undefined;
  const count = Number(number.text);
  if (!Number.isInteger(count) || count < 1 || count > MAX_NINES) {
    throw new Rejection(
      number.position,
      `${number.text} is no number of nines`,
      `write a whole number from 1 to ${MAX_NINES}, such as 11 nines`,
    );
  }
  return count === 1
    ? '90'
    : `99${count > 2 ? `.${'9'.repeat(count - 2)}` : ''}`;
}

function skipNines(cursor: TokenCursor): boolean {
  if (cursor.take('word', 'nines', 'nine')) return true;
  const [first, second] = [cursor.peek(), cursor.peek(1)];
  if (first.text === '9' && second.text === 's') {
    cursor.take('number');
    cursor.take('word');
    return true;
  }
  const isTimes = ['×', '*', 'x'].includes(first.text);
  if (!isTimes || second.text !== '9') return false;
  cursor.take(first.kind);
  cursor.take('number');
  return true;
}

/** What follows a number: its unit, and its period or the top of its scale. */
export function readAmount(
  cursor: TokenCursor,
  value: string,
  positions: TargetPositions,
): Pick<Target, 'value' | 'unit' | 'per' | 'of'> {
  const unit = readUnit(cursor);
  positions.rest = cursor.peek().position;
  const of = unit === '' ? readScale(cursor) : undefined;
  if (of !== undefined) return { value, unit, of };
  const per = readPeriod(cursor);
  return { value, unit, ...(per && { per }) };
}

function readUnit(cursor: TokenCursor): string {
  if (cursor.take('sign', '%')) return '%';
  if (cursor.take('word', 'business', 'working')) {
    cursor.expect('word', '"day"', 'd', 'day', 'days');
    return 'business d';
  }
  const { kind, text, position } = cursor.peek();
  if (kind !== 'word') return '';
  const unit = unitNames.get(text) ?? countedUnit(text, position);
  if (unit !== '') cursor.take('word');
  return unit;
}

/** Anything may be counted, but a misspelt unit of time is not what its author counts. */
function countedUnit(word: string, position: number): string {
  if (word === 'm') {
    throw new Rejection(position, '"m" may be minutes or months', 'write min');
  }
  if (/^(month|quarter|year)s?$/.test(word)) {
    throw new Rejection(
      position,
      `${word} differ in length, so that no time is measured in them`,
      'write d or w',
    );
  }
  if (reservedWords.has(word)) return '';
  const meant = slipOf(word, unitNames.keys()) ?? slipOf(word, ['nines']);
  if (meant || word.length < 2) {
    throw new Rejection(
      position,
      `there is no unit "${word}"`,
      `write ${meant ? (unitNames.get(meant) ?? meant) : '%, ms, s, min, h, d, w, or what is counted'}`,
    );
  }
  return word;
}

/** `of 5`, `out of 5` or `/5`. */
function readScale(cursor: TokenCursor): string | undefined {
  const isSlash =
    cursor.peek().text === '/' && cursor.peek(1).kind === 'number';
  if (isSlash) cursor.take('sign');
  else if (cursor.take('word', 'out')) cursor.expect('word', '"of"', 'of');
  else if (!cursor.take('word', 'of')) return undefined;
  return cursor.expect('number', 'the top of the scale').text;
}

/** `/day`, `per day`, `daily`. */
function readPeriod(cursor: TokenCursor): TargetPeriod | undefined {
  const isAsked = cursor.take('sign', '/') ?? cursor.take('word', 'per');
  const { kind, text, position } = cursor.peek();
  const period = periodNames.get(text);
  if (period && (isAsked || text.endsWith('ly'))) {
    cursor.take(kind);
    return period;
  }
  if (!isAsked) return undefined;
  const meant = slipOf(text, periodNames.keys());
  throw new Rejection(
    position,
    text ? `there is no period "${text}"` : 'here the period is missing',
    `write ${(meant && periodNames.get(meant)) ?? 'day, week, month, quarter or year'}`,
  );
}

/** `for 90%` or `(90%)`. */
export function readShare(
  cursor: TokenCursor,
  positions: TargetPositions,
): string | undefined {
  const isOpen = cursor.take('sign', '(');
  const isAsked = cursor.take('word', 'for', 'in');
  if (!isOpen && !isAsked) return undefined;
  const share = cursor.expect('number', 'a share such as 90%');
  positions.share = share.position;
  if (!cursor.take('word', 'percent', 'pct')) cursor.expect('sign', '"%"', '%');
  if (isOpen) cursor.expect('sign', '")"', ')');
  return share.text;
}
