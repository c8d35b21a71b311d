import {
  type BurnWindow,
  type ErrorBudget,
  formatValue,
} from '@squadron/plugin-scorecards-common';
import { dayText } from './day';

/** Bad events of all. */
export interface EventCount {
  bad: number;
  total: number;
}

/** Pairs of windows of Google's SRE workbook, in seconds: a fast burn pages, a slow one makes a ticket. */
export const burnPairs = [
  { pair: '1h/5m', long: 3_600, short: 300, threshold: 14.4 },
  { pair: '6h/30m', long: 21_600, short: 1_800, threshold: 6 },
  { pair: '3d/6h', long: 259_200, short: 21_600, threshold: 1 },
] as const;

/** Lengths of all windows of {@link burnPairs}, in seconds, shortest first. */
export const burnSeconds: readonly number[] = [
  ...new Set(burnPairs.flatMap(({ long, short }) => [long, short])),
].sort((a, b) => a - b);

/**
 * What is left of an error budget: 1 when nothing is spent, below 0 when more than all is. Nothing
 * without events, and of a target that allows none.
 *
 * @param allowed - share of events that may be bad
 */
export function budgetLeft(
  { bad, total }: EventCount,
  allowed: number,
): number | undefined {
  if (total <= 0 || allowed <= 0) return undefined;
  return 1 - bad / total / allowed;
}

/** Events in windows that end now. */
export interface BurnFacts {
  /** By length of the window in seconds; see {@link burnSeconds}. */
  events: ReadonlyMap<number, EventCount>;
  allowed: number;
  cadenceSeconds: number;
}

/** How fast a budget burns: 1 is as fast as it lasts for its window. */
export function burnRates(facts: BurnFacts): BurnWindow[] {
  return burnPairs.map(({ pair, long, short, threshold }) => {
    const hidden = hiddenReason(facts, long, short);
    if (hidden) return { pair, threshold, burning: false, hidden };
    const rates = {
      long: rateOf(facts, long)!,
      short: rateOf(facts, short)!,
    };
    const burning = rates.long > threshold && rates.short > threshold;
    return { pair, threshold, ...rates, burning };
  });
}

function hiddenReason(
  facts: BurnFacts,
  long: number,
  short: number,
): string | undefined {
  const { allowed, cadenceSeconds } = facts;
  if (allowed <= 0)
    return 'The target allows no bad events: there is no budget.';
  if (cadenceSeconds > short) {
    return `Samples come every ${spanText(cadenceSeconds)}, which is too seldom for a window of ${spanText(short)}.`;
  }
  const empty = [long, short].find(each => rateOf(facts, each) === undefined);
  return empty === undefined
    ? undefined
    : `No events in the last ${spanText(empty)}.`;
}

function rateOf(
  { events, allowed }: BurnFacts,
  seconds: number,
): number | undefined {
  const window = events.get(seconds);
  return window && window.total > 0
    ? window.bad / window.total / allowed
    : undefined;
}

function spanText(seconds: number): string {
  return formatValue(seconds, 's');
}

/**
 * What is left at the end of each day of a window, of the budget of all its events: it ends at
 * {@link budgetLeft} and never rises. Null before the first event.
 *
 * @param byDay - days of the window that have events
 */
export function burnDown(
  byDay: ReadonlyMap<number, EventCount>,
  { from, to, allowed }: { from: number; to: number; allowed: number },
): ErrorBudget['burnDown'] {
  const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const total = days.reduce(
    (sum, day) => sum + (byDay.get(day)?.total ?? 0),
    0,
  );
  let [bad, seen] = [0, 0];
  return days.map(day => {
    const events = byDay.get(day);
    bad += events?.bad ?? 0;
    seen += events?.total ?? 0;
    const left = seen > 0 ? budgetLeft({ bad, total }, allowed) : undefined;
    return { day: dayText(day), left: left ?? null };
  });
}
