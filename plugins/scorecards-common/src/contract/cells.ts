import { type RouteContract, several } from '@squadron/contract';
import { z } from 'zod/v3';
import { categories, kpiSchema } from '../kpi';
import { statusSchema } from '../status';
import {
  matrixSchema,
  rolledUpSchema,
  rowCellSchema,
  scorecardSchema,
  seriesPointSchema,
} from './cellAnswers';
import { healthPointSchema, healthSchema } from './health';
import {
  daySchema,
  entityParams,
  namedSchema,
  pageOf,
  pageQuery,
  refSchema,
  rootQuery,
} from './shared';

const sorts = [
  'status',
  'kpi',
  'entity',
  'value',
  'at',
  'since',
  'gain',
] as const;

/** What of the cells is asked for. */
export const cellFilterQuery = rootQuery.extend({
  kpi: several(z.string()),
  category: several(z.enum(categories)),
  status: several(statusSchema),
  waived: z.enum(['true', 'false']).optional(),
  q: z.string().max(200).optional().describe('Part of a name, title or code'),
});

/** The routes by which pages read how targets stand. */
export const cellRoutes = {
  kpis: {
    method: 'GET',
    path: '/kpis',
    summary: 'Definitions of KPIs with their targets and sources',
    query: rootQuery.extend({
      category: several(z.enum(categories)),
      owner: refSchema.optional(),
      q: z.string().max(200).optional(),
    }),
    response: z.object({ items: z.array(kpiSchema) }),
  },
  kpi: {
    method: 'GET',
    path: '/kpis/:kpi',
    summary: 'One definition with how its entities stand',
    params: z.object({ kpi: z.string() }),
    response: kpiSchema.extend({
      ownerTitle: z.string(),
      health: healthSchema,
      rolledUp: rolledUpSchema.optional(),
    }),
  },
  scorecard: {
    method: 'GET',
    path: '/scorecards/:kind/:namespace/:name',
    summary: 'The scorecard of a group, or of the entity that owns cells',
    params: entityParams,
    query: z.object({
      depth: z.coerce.number().int().min(0).max(20).default(0),
    }),
    response: scorecardSchema,
  },
  health: {
    method: 'GET',
    path: '/health/:kind/:namespace/:name',
    summary: 'Health of a group now and by day',
    params: entityParams,
    query: z.object({ from: daySchema.optional(), to: daySchema.optional() }),
    response: z.object({
      at: z.string(),
      health: healthSchema,
      trend: z.array(healthPointSchema),
    }),
  },
  matrix: {
    method: 'GET',
    path: '/matrix',
    summary:
      'Groups by category with their health, or entities by KPI with their states',
    query: rootQuery.extend({
      groupBy: z.enum(['category', 'kpi']).default('category'),
      category: several(z.enum(categories)),
    }),
    response: matrixSchema,
  },
  series: {
    method: 'GET',
    path: '/series',
    summary: 'Values over time; of a group that has none of its own, rolled up',
    query: z.object({
      refs: several(refSchema).describe('Entities; the owner when left out'),
      kpis: several(z.string()),
      from: daySchema,
      to: daySchema.describe('Inclusive; at most 800 days after `from`'),
      step: z.enum(['day', 'week', 'month']).default('day'),
    }),
    response: z.object({
      series: z.array(
        z.object({
          ref: z.string(),
          title: z.string(),
          kpi: z.string(),
          unit: z.string(),
          points: z.array(seriesPointSchema),
        }),
      ),
    }),
  },
  entities: {
    method: 'GET',
    path: '/entities',
    summary: 'Cells with values, in pages',
    query: cellFilterQuery.merge(pageQuery).extend({
      sort: z.enum(sorts).default('status'),
      order: z.enum(['asc', 'desc']).default('asc'),
      trend: z.enum(['true', 'false']).default('false'),
    }),
    response: pageOf(rowCellSchema),
  },
  exportCsv: {
    method: 'GET',
    path: '/export.csv',
    summary: 'The same cells as a table; at most 50,000',
    query: cellFilterQuery,
    contentType: 'text/csv',
  },
  nextToFix: {
    method: 'GET',
    path: '/next-to-fix',
    summary: 'What to fix first: cells by what their score would gain',
    query: rootQuery.extend({
      limit: z.coerce.number().int().min(1).max(100).default(10),
    }),
    response: z.object({
      items: z.array(
        rowCellSchema.extend({
          /** What the score of the root would gain, 0 to 1. */
          gain: z.number(),
          owner: namedSchema,
          lead: namedSchema.optional(),
          runbook: z.string().optional(),
        }),
      ),
    }),
  },
  leaderboard: {
    method: 'GET',
    path: '/leaderboard',
    summary: 'Groups of one type by how much their score improved',
    query: rootQuery.extend({
      type: z.string().default('squad'),
      days: z.coerce.number().int().min(1).max(365).default(30),
    }),
    response: z.object({
      items: z.array(
        namedSchema.extend({
          score: z.number().optional(),
          before: z.number().optional(),
          /** Points of the score, -1 to 1; left out when one of the two is unknown. */
          change: z.number().optional(),
          coverage: z.number().optional(),
          trend: z.array(z.number().nullable()),
        }),
      ),
    }),
  },
} as const satisfies Record<string, RouteContract>;

export type CellSort = (typeof sorts)[number];
