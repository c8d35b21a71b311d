import { z } from 'zod/v3';

/**
 * How many cells of a part of the tree stand how. The first four are fresh cells by verdict, the
 * next three those that are not fresh; `waived` are counted among these seven as well.
 */
export const healthSchema = z.object({
  met: z.number().int(),
  atRisk: z.number().int(),
  missed: z.number().int(),
  /** Measured, and without a target by which to judge. */
  tracked: z.number().int(),
  stale: z.number().int(),
  error: z.number().int(),
  noData: z.number().int(),
  waived: z.number().int(),
  /**
   * Weighted share of what holds, 0 to 1: met 1, at risk 0.5, missed 0, no data as its KPI says.
   * A waiver does not change it. Left out when nothing counts.
   */
  score: z.number().optional(),
  /** Share of the cells with a target that have a fresh verdict, 0 to 1. Left out when there are none. */
  coverage: z.number().optional(),
  /** The child with the lowest score. */
  worst: z.object({ ref: z.string(), score: z.number() }).optional(),
});

/** Health on one day. */
export const healthPointSchema = z.object({
  day: z.string(),
  score: z.number().optional(),
  coverage: z.number().optional(),
  met: z.number().int(),
  atRisk: z.number().int(),
  missed: z.number().int(),
});

export type Health = z.infer<typeof healthSchema>;
export type HealthPoint = z.infer<typeof healthPointSchema>;
