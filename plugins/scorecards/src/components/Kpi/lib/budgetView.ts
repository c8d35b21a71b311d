import type { ErrorBudget } from '@squadron/plugin-scorecards-common';
import type { TrendPoint } from '@squadron/ui';
import { withSigns } from '../../../lib/withSigns';

/** `14.4×`: how many times as fast as the budget allows. */
export function times(rate: number | undefined): string {
  if (rate === undefined) return '–';
  return `${rate < 100 ? Number(rate.toFixed(1)) : Math.round(rate)}×`;
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** What is left of a budget, in a sentence with the events that it is made of. */
export function budgetWords(budget: ErrorBudget): string {
  const { left, bad, total, allowed } = budget;
  const target = withSigns(budget.target);
  if (left === undefined) {
    return `No events in ${budget.days} days: the whole budget of ${target} is left.`;
  }
  const spent = `${number.format(bad)} of ${number.format(total)} events were bad; ${target} allows ${number.format(Math.floor(total * allowed))}.`;
  if (left < 0) return `The budget is overspent. ${spent}`;
  return `${Math.round(left * 100)} % of the budget is left. ${spent}`;
}

/** The budget left by day, and the line of one that is spent evenly. */
export function burnDownSeries({ burnDown }: ErrorBudget): {
  measured: TrendPoint[];
  ideal: TrendPoint[];
} {
  const last = burnDown.length - 1;
  return {
    measured: burnDown.map(({ day, left }) => ({ at: day, value: left })),
    ideal: burnDown.map(({ day }, index) => ({
      at: day,
      value: last === 0 ? 1 : 1 - index / last,
    })),
  };
}
