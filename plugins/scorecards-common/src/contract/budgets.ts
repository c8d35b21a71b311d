import type { RouteContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { namedSchema, refSchema } from './shared';

export const burnWindowSchema = z.object({
  /** `1h/5m`, `6h/30m`, `3d/6h`: the pairs of the SRE workbook. */
  pair: z.string(),
  threshold: z.number(),
  /** Times as fast as the budget allows; left out while the sampling is too coarse. */
  long: z.number().optional(),
  short: z.number().optional(),
  burning: z.boolean(),
  /** Why there is no rate. */
  hidden: z.string().optional(),
});

export const errorBudgetSchema = z.object({
  kpi: z.string(),
  title: z.string(),
  entity: namedSchema,
  target: z.string(),
  /** Share of events that may be bad, exact. */
  allowed: z.number(),
  days: z.number().int(),
  /** Events in the window. */
  total: z.number(),
  bad: z.number(),
  /** What is left of the budget, 1 to minus infinity; left out without events. */
  left: z.number().optional(),
  windows: z.array(burnWindowSchema),
  /** Budget left at the end of each day of the window. */
  burnDown: z.array(z.object({ day: z.string(), left: z.number().nullable() })),
});

/** The route about error budgets. */
export const budgetRoutes = {
  errorBudgets: {
    method: 'GET',
    path: '/error-budgets/:kpi',
    summary: 'What is left of an error budget, and how fast it burns',
    params: z.object({ kpi: z.string() }),
    query: z.object({ entity: refSchema.optional() }),
    response: errorBudgetSchema,
  },
} as const satisfies Record<string, RouteContract>;

export type ErrorBudget = z.infer<typeof errorBudgetSchema>;
export type BurnWindow = z.infer<typeof burnWindowSchema>;
