import { Decimal } from 'decimal.js';
import { fromStored, parseUnit } from './units';

/** From so few bad events on the nines of a share are counted. */
const MANY_NINES = 5;

/**
 * A stored value for people, with no more digits than help: `99.97 %`, `11 nines`, `6.1 ms`,
 * `1 h 20 min`, `4.7 of 5`, `20 deploys/day`.
 *
 * @param value - a time in seconds, a share from 0 to 1, else a plain number
 * @param unit - the KPI's
 */
export function formatValue(value: number, unit: string): string {
  const parsed = parseUnit(unit);
  if (!Number.isFinite(value) || !parsed) return `${value} ${unit}`.trim();
  const { base, dimension, per, of } = parsed;
  if (dimension === 'time') return formatTime(value, base);
  const rate = per ? `/${per}` : '';
  if (dimension === 'share') return `${formatPercent(value)}${rate}`;
  const number = formatNumber(value);
  if (of) return `${number} of ${of}`;
  return `${number}${base && ` ${base}`}${rate}`;
}

/**
 * The value of a ratio for people, from its share of bad events, which loses no nines.
 *
 * @param direction - whether the KPI tells the share of the good events (`up`) or of the bad ones
 */
export function formatRatio(
  badShare: number,
  direction: 'up' | 'down',
): string {
  if (direction === 'down') return formatPercent(badShare);
  const nines = badShare > 0 ? Math.floor(-Math.log10(badShare) + 1e-9) : 0;
  if (nines >= MANY_NINES) return `${nines} nines`;
  const good = new Decimal(1).minus(badShare).times(100);
  return `${good.toDecimalPlaces(decimalsOf(badShare), Decimal.ROUND_DOWN)} %`;
}

function formatPercent(share: number): string {
  const isNearlyAll = share > 0.9 && share < 1;
  if (isNearlyAll)
    return formatRatio(new Decimal(1).minus(share).toNumber(), 'up');
  return `${formatNumber(fromStored(share, '%'))} %`;
}

/** As many decimals as show two digits of what is missing from a hundred. */
function decimalsOf(badShare: number): number {
  if (badShare <= 0) return 0;
  return Math.max(1, 1 - Math.floor(Math.log10(badShare * 100)));
}

/** Three digits that count, but all of a whole number. */
function formatNumber(value: number): string {
  const number = new Decimal(value);
  const rounded =
    number.abs().greaterThanOrEqualTo(100) || number.isInteger()
      ? number.toDecimalPlaces(number.isInteger() ? 0 : 1)
      : number.toSignificantDigits(3);
  const [whole, decimals] = rounded.toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals ? `${grouped}.${decimals}` : grouped;
}

const steps = [
  { unit: 'd', seconds: 86_400, next: 'h', nextSeconds: 3_600 },
  { unit: 'h', seconds: 3_600, next: 'min', nextSeconds: 60 },
  { unit: 'min', seconds: 60, next: 's', nextSeconds: 1 },
] as const;

/** Times in days and longer stay in the unit in which they are asked for; shorter ones choose theirs. */
function formatTime(seconds: number, base: string): string {
  if (base === 'business d' || base === 'w') {
    return `${formatNumber(fromStored(seconds, base))} ${base}`;
  }
  const sign = seconds < 0 ? '-' : '';
  const size = Math.abs(seconds);
  const step = steps.find(each => size >= each.seconds);
  if (step) return sign + twoParts(size, step);
  if (size === 0) return `0 ${base}`;
  if (size >= 1) return `${sign}${formatNumber(size)} s`;
  return `${sign}${formatNumber(fromStored(size, 'ms'))} ms`;
}

function twoParts(
  seconds: number,
  { unit, seconds: length, next, nextSeconds }: (typeof steps)[number],
): string {
  const total = Math.round(seconds / nextSeconds);
  const perUnit = length / nextSeconds;
  const [whole, rest] = [Math.floor(total / perUnit), total % perUnit];
  return rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${next}`;
}
