import { DefinitionPath, placeText } from '@squadron/backend-kit';
import {
  formatTarget,
  KpiTarget,
  parseTarget,
  Target,
} from '@squadron/plugin-scorecards-common';
import { fitTarget, fitWarning } from './fitTarget';
import type { KpiContext } from './context';

/** A target as a file has it, with the way to it. */
interface Entry {
  path: DefinitionPath;
  target: string;
  warn?: string;
  from?: string;
  to?: string;
}

/**
 * Reads the targets of a KPI and says which of them do not fit it or each other. Without one the
 * KPI is only tracked.
 */
export function readTargets(context: KpiContext): KpiTarget[] {
  const { item, at, problems } = context;
  if (item.targets && item.target !== undefined) {
    problems.error(
      at(['target'], 'field'),
      `${item.id}: it has "target" and "targets"`,
      'put all of them into "targets"',
    );
  }
  if (item.target === undefined && item.warn !== undefined) {
    problems.error(
      at(['warn'], 'field'),
      `${item.id}: "warn" stands without a target`,
      'write it beside its target',
    );
  }
  const entries = entriesOf(context);
  checkDays(entries, context);
  return entries.flatMap(entry => readEntry(entry, context) ?? []);
}

function entriesOf({ item }: KpiContext): Entry[] {
  if (item.targets) {
    return item.targets.map((each, position) => ({
      ...each,
      path: ['targets', position],
    }));
  }
  const { target, warn } = item;
  return target === undefined ? [] : [{ path: [], target, warn }];
}

function readEntry(entry: Entry, context: KpiContext): KpiTarget | undefined {
  const { path, from, to } = entry;
  const target = readText(entry.target, [...path, 'target'], context);
  const warn =
    entry.warn === undefined
      ? undefined
      : readText(entry.warn, [...path, 'warn'], context);
  if (!target || !fitTarget(target, [...path, 'target'], context)) {
    return undefined;
  }
  if (warn) fitWarning({ warn, target }, [...path, 'warn'], context);
  return {
    ...target,
    text: formatTarget(target),
    ...(warn && { warn }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function readText(
  text: string,
  path: DefinitionPath,
  { item, at, problems }: KpiContext,
): Target | undefined {
  const parsed = parseTarget(text);
  if (parsed.ok) return parsed.target;
  const {
    message,
    position,
    suggestion = 'see the examples of targets',
  } = parsed.problem;
  problems.error(
    at(path),
    `${item.id}: "${text}" is no target: at character ${position + 1} ${message}`,
    suggestion,
  );
  return undefined;
}

/** Every day has at most one target; a day without one is only tracked. */
function checkDays(
  entries: readonly Entry[],
  { item, at, problems }: KpiContext,
): void {
  const inOrder = [...entries].sort((a, b) =>
    (a.from ?? '').localeCompare(b.from ?? ''),
  );
  inOrder.forEach((entry, index) => {
    const { path, from, to } = entry;
    const before = inOrder[index - 1];
    if (from && to && from > to) {
      problems.error(
        at([...path, 'to']),
        `${item.id}: the target ends on ${to}, before it begins on ${from}`,
        'swap the two days',
      );
    } else if (before && (before.to ?? '9999') >= (from ?? '')) {
      problems.error(
        at(from ? [...path, 'from'] : path),
        `${item.id}: on ${from ?? 'its first day'} the target at ${placeText(at(before.path))} is in force as well`,
        'end the earlier one the day before the later one begins',
      );
    }
  });
}
