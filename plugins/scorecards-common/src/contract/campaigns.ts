import { type RouteContract, several } from '@squadron/contract';
import { z } from 'zod/v3';
import { healthSchema } from './health';
import {
  daySchema,
  idParams,
  namedSchema,
  refSchema,
  rootQuery,
} from './shared';

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

/** The routes about pushes to fix what is missed. */
export const campaignRoutes = {
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
} as const satisfies Record<string, RouteContract>;

export type Campaign = z.infer<typeof campaignSchema>;
export type CampaignState = (typeof campaignStates)[number];
