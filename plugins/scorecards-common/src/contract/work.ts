import type { RouteContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { healthSchema } from './health';
import {
  daySchema,
  idParams,
  namedSchema,
  pageOf,
  pageQuery,
  refSchema,
  rootQuery,
  several,
} from './shared';

export const waiverStates = [
  'requested',
  'approved',
  'denied',
  'revoked',
  'expired',
] as const;

const reason = z
  .string()
  .trim()
  .min(10, 'say why in at least ten characters')
  .max(2_000);

/** That a KPI of an entity need not hold for a while. The record stays for ever. */
export const waiverSchema = z.object({
  id: z.string().uuid(),
  kpi: z.string(),
  kpiTitle: z.string(),
  entity: namedSchema,
  /** The group that owns the entity. */
  group: namedSchema,
  reason: z.string(),
  state: z.enum(waiverStates),
  requestedBy: namedSchema,
  requestedAt: z.string(),
  /** The last day on which it holds, of UTC. */
  until: z.string(),
  /** Who may decide: leads above, nearest first, without who asked. */
  approvers: z.array(namedSchema),
  decidedBy: namedSchema.optional(),
  decidedAt: z.string().optional(),
  decisionReason: z.string().optional(),
  revokedBy: namedSchema.optional(),
  revokedAt: z.string().optional(),
  revocationReason: z.string().optional(),
  /** Whether the caller may decide it now. */
  mine: z.boolean(),
  /** To be sent along with a decision, so that two do not decide at once. */
  version: z.number().int(),
});

const decision = z
  .object({
    reason: z.string().trim().max(2_000).optional(),
    version: z.number().int(),
  })
  .strict();

const because = decision.extend({ reason });

export const campaignStates = [
  'planned',
  'running',
  'reached',
  'over',
  'closed',
] as const;

/** A push to fix some KPIs of a group by a date. */
export const campaignSchema = z.object({
  id: z.string().uuid(),
  title: z.string(),
  description: z.string(),
  group: namedSchema,
  kpis: z.array(namedSchema),
  owner: namedSchema,
  from: z.string(),
  due: z.string(),
  state: z.enum(campaignStates),
  /** Cells that it is about: how they stood when it began, and how they stand. */
  start: healthSchema,
  now: healthSchema,
  /** Share of the cells that were not met at the start and are now, 0 to 1. */
  progress: z.number(),
  /** By day since it began. */
  trend: z.array(
    z.object({
      day: z.string(),
      met: z.number().int(),
      total: z.number().int(),
    }),
  ),
  version: z.number().int(),
});

const campaignBody = z
  .object({
    title: z.string().trim().min(3).max(120),
    description: z.string().trim().max(2_000).default(''),
    group: refSchema,
    kpis: z.array(z.string()).min(1).max(50),
    owner: refSchema,
    from: daySchema,
    due: daySchema,
  })
  .strict();

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

/** The routes about what people do with what is missed. */
export const workRoutes = {
  waivers: {
    method: 'GET',
    path: '/waivers',
    summary: 'Waivers of a part of the tree, latest first, in pages',
    query: rootQuery.merge(pageQuery).extend({
      state: several(z.enum(waiverStates)),
      kpi: z.string().optional(),
      mine: z
        .enum(['true', 'false'])
        .default('false')
        .describe('Only those that the caller may decide'),
    }),
    response: pageOf(waiverSchema),
  },
  waiver: {
    method: 'GET',
    path: '/waivers/:id',
    summary: 'One waiver',
    params: idParams,
    response: waiverSchema,
  },
  requestWaiver: {
    method: 'POST',
    path: '/waivers',
    summary:
      'Asks that a KPI need not hold until a day; the lead above decides',
    body: z
      .object({ kpi: z.string(), entity: refSchema, reason, until: daySchema })
      .strict(),
    response: waiverSchema,
    status: 201,
  },
  approveWaiver: {
    method: 'POST',
    path: '/waivers/:id/approve',
    summary: 'Grants a waiver; never by who asked for it',
    params: idParams,
    body: decision,
    response: waiverSchema,
  },
  denyWaiver: {
    method: 'POST',
    path: '/waivers/:id/deny',
    summary: 'Refuses a waiver and says why',
    params: idParams,
    body: because,
    response: waiverSchema,
  },
  revokeWaiver: {
    method: 'POST',
    path: '/waivers/:id/revoke',
    summary: 'Ends a waiver, or takes the own request back',
    params: idParams,
    body: because,
    response: waiverSchema,
  },
  campaigns: {
    method: 'GET',
    path: '/campaigns',
    summary: 'Campaigns of a part of the tree with their progress',
    query: rootQuery.extend({ state: several(z.enum(campaignStates)) }),
    response: z.object({ items: z.array(campaignSchema) }),
  },
  campaign: {
    method: 'GET',
    path: '/campaigns/:id',
    summary: 'One campaign',
    params: idParams,
    response: campaignSchema,
  },
  startCampaign: {
    method: 'POST',
    path: '/campaigns',
    summary: 'Starts a campaign',
    body: campaignBody,
    response: campaignSchema,
    status: 201,
  },
  changeCampaign: {
    method: 'PUT',
    path: '/campaigns/:id',
    summary: 'Changes a campaign',
    params: idParams,
    body: campaignBody.extend({ version: z.number().int() }),
    response: campaignSchema,
  },
  closeCampaign: {
    method: 'DELETE',
    path: '/campaigns/:id',
    summary: 'Closes a campaign before its date; its record stays',
    params: idParams,
  },
  errorBudgets: {
    method: 'GET',
    path: '/error-budgets/:kpi',
    summary: 'What is left of an error budget, and how fast it burns',
    params: z.object({ kpi: z.string() }),
    query: z.object({ entity: refSchema.optional() }),
    response: errorBudgetSchema,
  },
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

export type Waiver = z.infer<typeof waiverSchema>;
export type WaiverState = (typeof waiverStates)[number];
export type Campaign = z.infer<typeof campaignSchema>;
export type CampaignState = (typeof campaignStates)[number];
export type ErrorBudget = z.infer<typeof errorBudgetSchema>;
export type BurnWindow = z.infer<typeof burnWindowSchema>;
export type Report = z.infer<typeof reportSchema>;
export type VerdictChange = z.infer<typeof changeSchema>;
