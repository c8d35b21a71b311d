import {
  type Kpi,
  type KpiTarget,
  type Parts,
  type Verdict,
  allowedBadShare,
  directionOf,
  meetsTarget,
  thresholdOf,
  toStored,
} from '@squadron/plugin-scorecards-common';
import { type PartsValue, valueOf } from './parts';
import { targetAt } from './targets';

/** Why a value that meets its target is at risk. */
export type Risk = 'budget' | 'headroom' | 'margin' | 'warn';

/** How a value stands to the target in force. */
export interface Finding extends PartsValue {
  verdict: Verdict;
  /** The target in force, met or not. */
  target?: KpiTarget;
  /** The target as a number that compares with the value. */
  limit?: number;
  risk?: Risk;
}

/** What a target says in numbers. */
interface Limits {
  limit: number;
  /** Of a target about a share: bad events of all that it bears. */
  allowed?: number;
  /** From the target up to the best value that there can be, where there is one. */
  headroom?: number;
}

/** Share of what a target allows from which on it is at risk. */
const SPENT_AT_RISK = 0.75;
/** Distance from the target, as a share of it, up to which a value is at risk. */
const MARGIN = 0.05;
/** Sums of fractions end a little beside the number that people would write. */
const ROUNDING = 1e-9;

/** Reading a target costs more than comparing with it, and there are many samples for each. */
const limitsOfTarget = new WeakMap<KpiTarget, Limits>();

/**
 * Judges what samples add up to by the target that was in force at a moment.
 *
 * @param parts - of the window that ends with the sample
 * @param atMs - when the sample was taken
 */
export function verdictOf(kpi: Kpi, parts: Parts, atMs: number): Finding {
  const measured = valueOf(kpi, parts);
  const target = targetAt(kpi, atMs);
  if (!target) return { verdict: 'none', ...measured };
  const { limit } = limitsOf(target);
  const isMet = meetsTarget(target, measured);
  const found = { ...measured, target, limit };
  if (isMet === undefined) return { verdict: 'none', ...found };
  if (!isMet) return { verdict: 'missed', ...found };
  const risk = riskOf(kpi, target, measured);
  return risk
    ? { verdict: 'at_risk', ...found, risk }
    : { verdict: 'met', ...found };
}

/** Share of events that may be bad, of a target about a share. */
export function allowedOf(target: KpiTarget): number | undefined {
  return limitsOf(target).allowed;
}

/** Share of what a target allows that is spent; nothing when it allows none or is about no share. */
export function spentOf(
  target: KpiTarget,
  badShare: number,
): number | undefined {
  const { allowed } = limitsOf(target);
  return allowed ? badShare / allowed : undefined;
}

function riskOf(
  kpi: Kpi,
  target: KpiTarget,
  measured: PartsValue,
): Risk | undefined {
  if (target.warn) {
    return meetsTarget(target.warn, measured) === false ? 'warn' : undefined;
  }
  // What must be so and not otherwise is not nearly missed.
  if (target.op === '=') return undefined;
  const { badShare, value } = measured;
  if (badShare !== undefined && kpi.errorBudgetDays) {
    const spent = spentOf(target, badShare) ?? 0;
    return spent >= SPENT_AT_RISK - ROUNDING ? 'budget' : undefined;
  }
  const { limit, allowed, headroom = Infinity } = limitsOf(target);
  const margin = MARGIN * Math.abs(limit);
  // A margin that reaches beyond the best value would leave nothing to be met.
  const room = (1 - SPENT_AT_RISK) * headroom;
  const distance =
    badShare !== undefined && allowed !== undefined
      ? allowed - badShare
      : Math.abs(value! - limit);
  const near = Math.min(margin, room);
  if (near === 0 || distance > near * (1 + ROUNDING)) return undefined;
  return room < margin ? 'headroom' : 'margin';
}

function limitsOf(target: KpiTarget): Limits {
  const known = limitsOfTarget.get(target);
  if (known) return known;
  const allowed = allowedBadShare(target);
  const limit =
    target.share === undefined
      ? thresholdOf(target)
      : toStored(target.share, '%');
  const headroom = headroomOf(target, limit, allowed);
  const limits: Limits = {
    limit,
    ...(allowed !== undefined && { allowed }),
    ...(headroom !== undefined && { headroom }),
  };
  limitsOfTarget.set(target, limits);
  return limits;
}

function headroomOf(
  target: KpiTarget,
  limit: number,
  allowed: number | undefined,
): number | undefined {
  if (directionOf(target) !== 'up') return undefined;
  return target.of === undefined ? allowed : Number(target.of) - limit;
}
