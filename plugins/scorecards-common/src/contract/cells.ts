import { z } from 'zod/v3';
import { categories, kpiSchema } from '../kpi';
import { freshnessSchema, statusSchema, verdictSchema } from '../status';
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
import { type RouteContract, several } from '@squadron/contract';

/** A KPI of one entity as it stands now. */
export const cellSchema = z.object({
  kpi: z.string(),
  /** The group, or the component that reports. */
  entity: z.string(),
  /** The group that owns the entity; the entity itself where it is a group. */
  group: z.string(),
  status: statusSchema,
  verdict: verdictSchema,
  freshness: freshnessSchema,
  /** Since when the verdict is what it is. */
  since: z.string().optional(),
  /** Seconds where the KPI's unit is a time; a share from 0 to 1 where it is `%`; else in the unit. */
  value: z.number().optional(),
  /** Of a ratio: bad events of all, which keeps eleven nines exact. */
  badShare: z.number().optional(),
  /** The value in words: `99.97 %`. */
  text: z.string().optional(),
  /** The target in force, in canonical words. */
  target: z.string().optional(),
  /** When the latest sample was taken. */
  at: z.string().optional(),
  /** Where the latest sample came from: `push`, the id of a collector, `sample`. */
  source: z.string().optional(),
  /** The moment at which the waiver ends: the midnight after its last day. */
  waivedUntil: z.string().optional(),
  /** Why the verdict is what it is, or why there is none, and what to do. */
  reason: z.string(),
});

export const rowCellSchema = cellSchema.extend({
  title: z.string(),
  category: z.enum(categories),
  entityTitle: z.string(),
  groupTitle: z.string(),
  unit: z.string(),
  /** Values of up to 30 days, oldest first; null where there was none. */
  trend: z.array(z.number().nullable()).optional(),
});

const groupNodeSchema = namedSchema.extend({
  type: z.string(),
  parent: z.string().optional(),
  depth: z.number().int(),
});

/** A KPI of which entities below a group report, as one value made of sums and counts. */
export const rolledUpSchema = z.object({
  kpi: z.string(),
  title: z.string(),
  unit: z.string(),
  value: z.number().optional(),
  text: z.string().optional(),
  verdict: verdictSchema,
  target: z.string().optional(),
  /** Entities that have it, and those of them with a fresh value. */
  entities: z.number().int(),
  fresh: z.number().int(),
});

export const scorecardSchema = groupNodeSchema.extend({
  at: z.string(),
  health: healthSchema,
  /** Of the last 90 days. */
  trend: z.array(healthPointSchema),
  categories: z.array(
    z.object({ id: z.enum(categories), health: healthSchema }),
  ),
  /** The entity's own cells. */
  cells: z.array(rowCellSchema),
  /** Values of KPIs that several entities below have. */
  rolledUp: z.array(rolledUpSchema),
  /** Groups below, down to `depth` levels, parents first. */
  below: z.array(groupNodeSchema.extend({ health: healthSchema })),
  lead: namedSchema.optional(),
});

export const matrixRowSchema = groupNodeSchema.extend({
  children: z.number().int(),
  health: healthSchema,
  /** Scores of the last 12 weeks, oldest first. */
  trend: z.array(z.number().nullable()),
  /** One for each column; null where the group and what is below has no such cell. */
  cells: z.array(healthSchema.nullable()),
});

export const matrixSchema = z.discriminatedUnion('groupBy', [
  z.object({
    groupBy: z.literal('category'),
    at: z.string(),
    columns: z.array(z.enum(categories)),
    rows: z.array(matrixRowSchema),
  }),
  z.object({
    groupBy: z.literal('kpi'),
    at: z.string(),
    kpis: z.array(z.string()),
    entities: z.array(z.string()),
    /** One text for each entity with one character for each KPI; see `decodeState`. */
    states: z.array(z.string()),
  }),
]);

export const seriesPointSchema = z.object({
  /** A day of UTC: the first one of the step. */
  day: z.string(),
  value: z.number().nullable(),
  verdict: verdictSchema,
  /** The target in force then, in the unit of the value. */
  target: z.number().nullable(),
});

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

export type Cell = z.infer<typeof cellSchema>;
export type RowCell = z.infer<typeof rowCellSchema>;
export type RolledUp = z.infer<typeof rolledUpSchema>;
export type Scorecard = z.infer<typeof scorecardSchema>;
export type Matrix = z.infer<typeof matrixSchema>;
export type MatrixRow = z.infer<typeof matrixRowSchema>;
export type SeriesPoint = z.infer<typeof seriesPointSchema>;
export type CellSort = (typeof sorts)[number];
