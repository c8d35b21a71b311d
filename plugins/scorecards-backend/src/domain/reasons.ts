import {
  type Kpi,
  type Parts,
  dimensionOf,
  directionOf,
  formatRatio,
  formatTarget,
  formatValue,
  parseUnit,
} from '@squadron/plugin-scorecards-common';
import type { PartsValue } from './parts';
import { type Finding, allowedOf, spentOf } from './verdict';

/** `30 days`, as the end of `the last` or `over the last`. */
export function daysText(days: number): string {
  return days === 1 ? 'day' : `${days} days`;
}

/** A value in words; nothing when there is none. */
export function valueText(
  { direction, unit }: Pick<Kpi, 'direction' | 'unit'>,
  { value, badShare }: PartsValue,
): string | undefined {
  if (value === undefined) return undefined;
  return badShare === undefined
    ? formatValue(value, unit)
    : formatRatio(badShare, direction);
}

/** What is left of an error budget, as the end of a sentence; empty when there is none. */
export function budgetText(
  { errorBudgetDays }: Kpi,
  { target, badShare }: Finding,
): string {
  const spent =
    errorBudgetDays && target && badShare !== undefined
      ? spentOf(target, badShare)
      : undefined;
  return spent === undefined
    ? ''
    : `; ${leftText(spent)} of the error budget is left`;
}

/** Why what is met is at risk, as the end of a sentence. */
export function riskText({ risk, target, badShare }: Finding): string {
  switch (risk) {
    case 'budget': {
      const spent = (target && spentOf(target, badShare ?? 0)) ?? 0;
      const only = spent < 1 ? 'only ' : '';
      return `${only}${leftText(spent)} of the error budget is left`;
    }
    case 'warn': {
      const warn = target?.warn && formatTarget(target.warn);
      return `not its warning value, ${warn}`;
    }
    case 'headroom':
      return 'is close to missing it';
    default:
      return 'is within 5 % of it';
  }
}

/** By how much a target is missed, as the end of a sentence. */
export function missText(kpi: Kpi, parts: Parts, finding: Finding): string {
  const { target, value = 0, badShare, limit = 0 } = finding;
  if (!target) return '';
  const allowed = allowedOf(target);
  if (badShare !== undefined && allowed !== undefined) {
    const isStrict = target.share === undefined && /^[<>]$/.test(target.op);
    return eventsText(directionOf(target), parts, { allowed, isStrict });
  }
  const gap = Math.abs(value - limit);
  return gap === 0 ? ', which it only equals' : ` by ${gapText(kpi, gap)}`;
}

function leftText(spent: number): string {
  if (spent >= 1) return 'nothing';
  const percent = Math.round((1 - spent) * 100);
  return percent === 0 ? 'less than 1 %' : `${percent} %`;
}

/** `: 12 of 10,000 were bad, and it allows 5`. */
function eventsText(
  direction: 'up' | 'down' | undefined,
  { sum, count }: Parts,
  { allowed, isStrict }: { allowed: number; isStrict: boolean },
): string {
  // Where most events may be bad, the word says more than the target does.
  if (direction === 'up' && allowed >= 0.5) return '';
  const [some, all] = [sum, count].map(each => formatValue(each, ''));
  const bad = direction === 'up' ? `${sum === 1 ? ' was' : ' were'} bad` : '';
  const events = formatValue(allowed * count, '');
  const few = isStrict ? `fewer than ${events}` : events;
  return `: ${some} of ${all}${bad}, and it allows ${allowed === 0 ? 'none' : few}`;
}

/** A difference of two values: shares in points, times in words, numbers alone. */
function gapText({ unit }: Kpi, gap: number): string {
  switch (dimensionOf(parseUnit(unit)?.base ?? '')) {
    case 'share':
      return `${formatValue(gap * 100, '')} points`;
    case 'time':
      return formatValue(gap, unit);
    default:
      return formatValue(gap, '');
  }
}
