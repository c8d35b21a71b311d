import { Decimal } from 'decimal.js';
import type { Target } from './target';
import { toStored } from './units';

/** Enough digits for thirty nines. */
const Exact = Decimal.clone({ precision: 60 });

/** What was measured, as it is stored: a time in seconds, a share from 0 to 1, else a plain number. */
export interface Measured {
  value?: number;
  /** Of a ratio: bad events of all. */
  badShare?: number;
}

/**
 * Which way is better, as far as the target says: `= 100%` and a scale's top mean up, `= 0` means
 * down, and any other `=` says nothing. A share (`for 90%`) of events that keep to a limit is better
 * the higher it is.
 */
export function directionOf({
  op,
  value,
  unit,
  of,
  share,
}: Target): 'up' | 'down' | undefined {
  if (share !== undefined || op.startsWith('>')) return 'up';
  if (op.startsWith('<')) return 'down';
  if (new Decimal(value).isZero()) return 'down';
  const top = of ?? (unit === '%' ? '100' : undefined);
  return top && new Decimal(value).equals(top) ? 'up' : undefined;
}

/**
 * The share of bad events that a target bears, exactly: 1e-11 of `11 nines`, 0.02 of `>= 98%` of
 * good events and of `< 2%` of bad ones, 0.1 of `<= 2 h for 90%`. Nothing when the target is about
 * no share, or about one that cannot be (`>= 300%`).
 */
export function allowedBadShare(target: Target): number | undefined {
  return limitsOf(target).allowed;
}

/** The value of a target as values are stored: 1800 of `< 30 min`, 0.3 of `>= 30%`, 4.7 of `>= 4.7 of 5`. */
export function thresholdOf(target: Target): number {
  return limitsOf(target).threshold;
}

interface Limits {
  threshold: number;
  allowed: number | undefined;
}

/** To read the decimals of a target takes much longer than to compare a sample with them. */
const known = new WeakMap<Target, Limits>();

function limitsOf(target: Target): Limits {
  let limits = known.get(target);
  if (!limits) {
    const threshold = toStored(target.value, target.unit);
    limits = { threshold, allowed: readAllowed(target) };
    known.set(target, limits);
  }
  return limits;
}

function readAllowed(target: Target): number | undefined {
  const { value, unit, share } = target;
  const percent = share ?? (unit === '%' ? value : undefined);
  const direction = directionOf(target);
  if (percent === undefined || direction === undefined) return undefined;
  const part = new Exact(percent).dividedBy(100);
  if (part.isNegative() || part.greaterThan(1)) return undefined;
  return (direction === 'up' ? new Exact(1).minus(part) : part).toNumber();
}

/** How a stored value stands to the target's: below it (-1), at it (0) or above it (1). */
export function compare(target: Target, value: number): -1 | 0 | 1 {
  const threshold = thresholdOf(target);
  if (value === threshold) return 0;
  return value < threshold ? -1 : 1;
}

/**
 * Whether what was measured meets the target; nothing when it holds no number that the target is
 * about. A ratio is judged by its bad share, in which eleven nines stay exact.
 */
export function meetsTarget(
  target: Target,
  { value, badShare }: Measured,
): boolean | undefined {
  const allowed = allowedBadShare(target);
  if (badShare !== undefined && allowed !== undefined) {
    const isStrict = target.share === undefined && /^[<>]$/.test(target.op);
    return isStrict ? badShare < allowed : badShare <= allowed;
  }
  if (value === undefined || target.share !== undefined) return undefined;
  const standing = compare(target, value);
  if (standing === 0) return target.op.includes('=');
  return standing > 0 ? target.op.startsWith('>') : target.op.startsWith('<');
}
