import { InputError } from '@backstage/errors';
import { Decimal } from 'decimal.js';
import { Rejection, TokenCursor } from './TokenCursor';
import { readAmount } from './readParts';
import type { Target, TargetPeriod } from './target';
import { tokenize } from './tokens';
import { timeUnits } from './words';

/** What values of a unit are: a part of a whole, a time, or a plain number. */
export type Dimension = 'share' | 'time' | 'number';

/** A unit of values, such as `%`, `min`, `deploys/day` or `of 5`. */
export interface Unit {
  /** `%`, a unit of time, what is counted, or nothing. */
  base: string;
  dimension: Dimension;
  per?: TargetPeriod;
  of?: string;
}

/** Days that a period counts for, where what happened is told per period. */
export const periodDays: Readonly<Record<TargetPeriod, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
};

/** Units that were read, since every sample and every value in words asks for one of a few. */
const known = new Map<string, Unit | undefined>();
/** Anybody may send a unit, and not all that is sent may be kept. */
const MOST_KNOWN = 1_000;

/** Reads a unit in any spelling of {@link parseTarget}; nothing when it is none. */
export function parseUnit(text: string): Unit | undefined {
  if (known.has(text)) return known.get(text);
  const unit = readUnit(text);
  if (known.size < MOST_KNOWN && text.length < 50) known.set(text, unit);
  return unit;
}

function readUnit(text: string): Unit | undefined {
  const { tokens, strange } = tokenize(text);
  if (strange !== undefined) return undefined;
  try {
    const cursor = new TokenCursor(tokens);
    const { unit, per, of } = readAmount(cursor, '0', { value: 0 });
    if (cursor.peek().kind !== 'end') return undefined;
    const dimension = dimensionOf(unit);
    if (dimension === 'time' && per) return undefined;
    return { base: unit, dimension, ...(per && { per }), ...(of && { of }) };
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}

/** The unit of a target's values: `deploys/day` of `>= 20 deploys/day`. */
export function unitOf({ unit, per, of }: Target): string {
  return formatUnit({
    base: unit,
    dimension: dimensionOf(unit),
    ...(per && { per }),
    ...(of && { of }),
  });
}

/** The one spelling of a unit: `min` of `minutes`; nothing when it is no unit. */
export function canonicalUnit(text: string): string | undefined {
  const unit = parseUnit(text);
  return unit && formatUnit(unit);
}

/** Whether values are shares, times or plain numbers. */
export function dimensionOf(base: string): Dimension {
  if (base === '%') return 'share';
  return timeUnits.has(base) ? 'time' : 'number';
}

function formatUnit({ base, per, of }: Unit): string {
  if (of) return `of ${of}`;
  return per ? `${base}/${per}` : base;
}

/**
 * How much a value of a unit is when it is stored: a time in seconds, a share from 0 to 1, and any
 * other number as it is. Multiplied as a decimal, so that 5 ms are 0.005 s and nothing beside it.
 *
 * @throws InputError when the text is no unit
 */
export function toStored(value: number | string, unit: string): number {
  return new Decimal(value).times(factorOf(unit)).toNumber();
}

/** The value in a unit of a stored number; see {@link toStored}. */
export function fromStored(stored: number, unit: string): number {
  return new Decimal(stored).dividedBy(factorOf(unit)).toNumber();
}

/**
 * The value in another unit of the same dimension. Minutes become hours; versions become nothing else.
 *
 * @throws InputError when the units do not fit
 */
export function convert(value: number, from: string, to: string): number {
  if (!isConvertible(from, to)) {
    throw new InputError(
      `A value in ${nameOf(from)} cannot be told in ${nameOf(to)}. Send it in ${nameOf(to)}.`,
    );
  }
  const factor = factorOf(from).dividedBy(factorOf(to));
  return new Decimal(value).times(factor).toNumber();
}

/** Whether {@link convert} knows the way between two units. */
export function isConvertible(from: string, to: string): boolean {
  const [a, b] = [parseUnit(from), parseUnit(to)];
  if (!a || !b) return false;
  if (a.dimension === 'time' && b.dimension === 'time') return true;
  return formatUnit(a) === formatUnit(b);
}

function factorOf(text: string): Decimal {
  const unit = parseUnit(text);
  if (!unit) {
    throw new InputError(
      `"${text}" is no unit. Write %, ms, s, min, h, d, w, or what is counted.`,
    );
  }
  if (unit.dimension === 'share') return new Decimal('0.01');
  return new Decimal(timeUnits.get(unit.base) ?? 1);
}

function nameOf(unit: string): string {
  return unit === '' ? 'plain numbers' : `"${unit}"`;
}

/**
 * A sum over some days as a rate of the unit's period: 600 deploys in 30 days are 20 of
 * `deploys/day`. A unit without a period leaves the sum as it is.
 */
export function perPeriod(sum: number, days: number, unit: string): number {
  const per = parseUnit(unit)?.per;
  return per ? (sum * periodDays[per]) / days : sum;
}
