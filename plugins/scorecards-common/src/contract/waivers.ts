import { type RouteContract, several } from '@squadron/contract';
import { z } from 'zod/v3';
import {
  daySchema,
  idParams,
  namedSchema,
  pageOf,
  pageQuery,
  refSchema,
  rootQuery,
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

/** The routes about what need not hold for a while. */
export const waiverRoutes = {
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
} as const satisfies Record<string, RouteContract>;

export type Waiver = z.infer<typeof waiverSchema>;
export type WaiverState = (typeof waiverStates)[number];
