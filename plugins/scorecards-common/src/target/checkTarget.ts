import { Decimal } from 'decimal.js';
import { Rejection } from './TokenCursor';
import type { Target } from './target';
import { timeUnits } from './words';

/** Where the parts of a target stand in its text. */
export interface TargetPositions {
  value: number;
  /** What follows the unit: a period, a scale or a share. */
  rest?: number;
  share?: number;
}

/** Rejects what is well formed and yet says nothing that could be judged. */
export function checkTarget(target: Target, at: TargetPositions): void {
  const { value, unit, per, of, share } = target;
  if (timeUnits.has(unit)) checkTime(target, at);
  if (of !== undefined && !new Decimal(value).lessThanOrEqualTo(of)) {
    throw new Rejection(
      at.value,
      `${value} is more than the scale has, which ends at ${of}`,
      `write ${of} or less`,
    );
  }
  if (of !== undefined && !new Decimal(of).greaterThan(0)) {
    throw new Rejection(
      at.rest ?? at.value,
      `a scale cannot end at ${of}`,
      'write the top of the scale, such as of 5',
    );
  }
  if (share === undefined) return;
  const percent = new Decimal(share);
  if (percent.lessThanOrEqualTo(0) || percent.greaterThan(100)) {
    throw new Rejection(
      at.share ?? at.value,
      `a share of ${share}% cannot be`,
      'write more than 0% and at most 100%',
    );
  }
  if (unit === '%' || per) {
    throw new Rejection(
      at.rest ?? at.value,
      `a share is one of single events, and ${unit === '%' ? 'a percentage' : 'a rate'} is of many already`,
      'leave out one of the two',
    );
  }
}

function checkTime({ value, unit, per }: Target, at: TargetPositions): void {
  if (new Decimal(value).isNegative() && !new Decimal(value).isZero()) {
    throw new Rejection(
      at.value,
      'a time cannot be less than nothing',
      `write ${value.slice(1)} ${unit}`,
    );
  }
  if (per) {
    throw new Rejection(
      at.rest ?? at.value,
      'a time has no rate',
      `write the time alone, or what is counted per ${per}`,
    );
  }
}
