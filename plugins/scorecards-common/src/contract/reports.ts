import type { RouteContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { campaignSchema } from './campaigns';
import { healthSchema } from './health';
import { namedSchema, refSchema } from './shared';
import { waiverSchema } from './waivers';

const changeSchema = z.object({
  kpi: z.string(),
  title: z.string(),
  entity: namedSchema,
  from: z.string(),
  to: z.string(),
  at: z.string(),
  text: z.string().optional(),
  target: z.string().optional(),
  reason: z.string(),
});

/** A weekly leadership or a monthly executive report. */
export const reportSchema = z.object({
  /** `2026-W48` or `2026-11`. */
  period: z.string(),
  kind: z.enum(['weekly', 'monthly']),
  from: z.string(),
  to: z.string(),
  root: namedSchema,
  generatedAt: z.string(),
  /** One sentence that answers "so what?". */
  answer: z.string(),
  health: healthSchema,
  before: healthSchema.optional(),
  groups: z.array(
    namedSchema.extend({
      health: healthSchema,
      before: z.number().optional(),
      change: z.number().optional(),
    }),
  ),
  /** Verdicts that changed, the worst first. */
  changes: z.array(changeSchema),
  missed: z.array(changeSchema),
  waivers: z.array(waiverSchema),
  campaigns: z.array(campaignSchema),
  collectors: z.array(
    z.object({
      id: z.string(),
      runs: z.number().int(),
      failed: z.number().int(),
    }),
  ),
});

const period = z
  .string()
  .regex(
    /^\d{4}-(W(0[1-9]|[1-4]\d|5[0-3])|0[1-9]|1[0-2])$/,
    'write a week as 2026-W48 or a month as 2026-11',
  );

/** The routes about what changed in a week or month. */
export const reportRoutes = {
  report: {
    method: 'GET',
    path: '/reports/:period',
    summary: 'A weekly leadership or monthly executive report',
    params: z.object({ period }),
    query: z.object({ root: refSchema.optional() }),
    response: reportSchema,
  },
  reportCsv: {
    method: 'GET',
    path: '/reports/:period/table.csv',
    summary: 'The same report as a table',
    params: z.object({ period }),
    query: z.object({ root: refSchema.optional() }),
    contentType: 'text/csv',
  },
} as const satisfies Record<string, RouteContract>;

export type Report = z.infer<typeof reportSchema>;
export type VerdictChange = z.infer<typeof changeSchema>;
