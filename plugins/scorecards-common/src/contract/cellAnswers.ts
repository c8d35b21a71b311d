import { z } from 'zod/v3';
import { categories } from '../kpi';
import { freshnessSchema, statusSchema, verdictSchema } from '../status';
import { healthPointSchema, healthSchema } from './health';
import { namedSchema } from './shared';

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

export type Cell = z.infer<typeof cellSchema>;
export type RowCell = z.infer<typeof rowCellSchema>;
export type RolledUp = z.infer<typeof rolledUpSchema>;
export type Scorecard = z.infer<typeof scorecardSchema>;
export type Matrix = z.infer<typeof matrixSchema>;
export type MatrixRow = z.infer<typeof matrixRowSchema>;
export type SeriesPoint = z.infer<typeof seriesPointSchema>;
