import type { BudgetQueries } from '../services/BudgetQueries';
import type { ScorecardsHandlers } from './types';

export interface BudgetRouteOptions {
  budgets: BudgetQueries;
}

/** Routes about what may still fail. */
export function budgetRoutes(
  options: BudgetRouteOptions,
): Pick<ScorecardsHandlers, 'errorBudgets'> {
  return {
    errorBudgets: ({ params, query }) =>
      options.budgets.get(params.kpi, query.entity),
  };
}
