import { DefinitionPath } from '@squadron/backend-kit';
import {
  allowedBadShare,
  canonicalUnit,
  directionOf,
  formatTarget,
  isConvertible,
  Target,
  thresholdOf,
  unitOf,
} from '@squadron/plugin-scorecards-common';
import type { KpiContext } from './context';

/** Whether a target is about what the KPI measures; says what is wrong when it is not. */
export function fitTarget(
  target: Target,
  path: DefinitionPath,
  { item, at, problems }: KpiContext,
): boolean {
  const misfit = misfitOf(target, item);
  if (!misfit) return true;
  problems.error(at(path), `${item.id}: ${misfit.message}`, misfit.fix);
  return false;
}

interface Misfit {
  message: string;
  fix: string;
}

function misfitOf(
  target: Target,
  { kind, unit, direction }: KpiContext['item'],
): Misfit | undefined {
  const text = formatTarget(target);
  if (kind === 'ratio') {
    if (allowedBadShare(target) === undefined) {
      return {
        message: `"${text}" is about no share of events, which a ratio is`,
        fix: 'write a percentage from 0 to 100, or a share such as <= 2 h for 90%; or write another kind',
      };
    }
  } else if (target.share !== undefined) {
    return {
      message: `"${text}" asks for a share of events, and a ${kind} has none`,
      fix: 'write kind: ratio',
    };
  } else if (canonicalUnit(unit) && !isConvertible(unitOf(target), unit)) {
    return {
      message: `"${text}" does not fit the unit "${unit}"`,
      fix: `write the target in it, or unit: '${unitOf(target)}'`,
    };
  }
  const said = directionOf(target);
  if (!said && !direction) {
    return {
      message: `"${text}" does not say whether more or less is better`,
      fix: 'write >= or <=, or add direction: up or down',
    };
  }
  if (said && direction && said !== direction) {
    return {
      message: `"${text}" asks for ${said === 'up' ? 'more' : 'less'}, and its direction is ${direction}`,
      fix: `write direction: ${said}, or take the line out`,
    };
  }
  return undefined;
}

/** Whether a cell is at risk before it misses: a warning is stricter than its target. */
export function fitWarning(
  { warn, target }: { warn: Target; target: Target },
  path: DefinitionPath,
  context: KpiContext,
): boolean {
  if (!fitTarget(warn, path, context)) return false;
  const direction = directionOf(target) ?? context.item.direction;
  if (directionOf(warn) === direction && isStricter(warn, target, direction)) {
    return true;
  }
  context.problems.error(
    context.at(path),
    `${context.item.id}: with "${formatTarget(warn)}" nothing is at risk before it misses "${formatTarget(target)}"`,
    `write a warning that asks for ${direction === 'up' ? 'more' : 'less'} than the target`,
  );
  return false;
}

function isStricter(
  warn: Target,
  target: Target,
  direction: 'up' | 'down' | undefined,
): boolean {
  const [warned, allowed] = [warn, target].map(allowedBadShare);
  if (warned !== undefined && allowed !== undefined) return warned < allowed;
  const difference = thresholdOf(warn) - thresholdOf(target);
  return direction === 'up' ? difference > 0 : difference < 0;
}
