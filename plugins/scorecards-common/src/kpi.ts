import { z } from 'zod/v3';
import { targetSchema } from './target/target';

/** What a KPI is about; the columns of the heat map. */
export const categories = [
  'availability',
  'speed',
  'quality',
  'delivery',
  'cost',
  'security',
  'people',
] as const;

/**
 * How samples of the KPI are made: `ratio` of good or bad events to all; `duration` as seconds and
 * number of events; `count` of events; `gauge`, a value read off; `level`, a step of a scale.
 */
export const kpiKinds = [
  'ratio',
  'gauge',
  'duration',
  'count',
  'level',
] as const;

/** How samples become one value, over time and over entities; ratios and means never as averages of averages. */
export const aggregations = ['ratio', 'mean', 'sum', 'min', 'max'] as const;

/** Which way is better. */
export const directions = ['up', 'down'] as const;

/**
 * What a cell without a value counts for: `bad` as missed, `ignore` not at all, `hold` as it last was.
 * It must be chosen, since silence is good news for an incident and bad news for a backup.
 */
export const noDataPolicies = ['bad', 'ignore', 'hold'] as const;

/** Which entities have the KPI. */
export const appliesToSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('owner') }),
  z.object({ to: z.literal('groups'), groups: z.array(z.string()) }),
  /** Every group of a type below a group. */
  z.object({ to: z.literal('each'), type: z.string(), below: z.string() }),
  /** Components that report it, of owners below a group. */
  z.object({ to: z.literal('components'), below: z.string() }),
]);

/** A target with the days on which it is in force, `YYYY-MM-DD`, both included. */
export const kpiTargetSchema = targetSchema.extend({
  /** Canonical words: `>= 99.95%`. */
  text: z.string(),
  /** From here on the cell is at risk, in the words of a target. */
  warn: targetSchema.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

/** Where samples come from; `type` names the collector, and the rest is its own. */
export const kpiSourceSchema = z
  .object({
    /** `push`, `prometheus`, `http`, `catalog`, `scaffolder`, `plugin`, or what a module brings. */
    type: z.string(),
    /** In words for a reader: `measure coverage of org-model`. */
    text: z.string(),
  })
  .catchall(z.unknown());

/** A KPI as its file defines it. */
export const kpiSchema = z.object({
  /** Never changes; unique among all. */
  id: z.string(),
  title: z.string(),
  /** As the document writes it. */
  text: z.string(),
  category: z.enum(categories),
  kind: z.enum(kpiKinds),
  /** Of values that people read; samples in other units of the same dimension are converted. */
  unit: z.string(),
  direction: z.enum(directions),
  aggregation: z.enum(aggregations),
  /** Days of which samples make the value; the latest sample alone when left out. */
  windowDays: z.number().int().optional(),
  /** Seconds between two samples as they should come. */
  cadenceSeconds: z.number(),
  /** Seconds after which a sample is stale: the larger of twice the cadence and what the file says. */
  freshSeconds: z.number(),
  onNoData: z.enum(noDataPolicies),
  /** Days of the error budget, of a ratio that has one. */
  errorBudgetDays: z.number().int().optional(),
  /** What its cells count for in a score, 1 by default. */
  weight: z.number(),
  dimensions: z.record(z.string()),
  source: kpiSourceSchema,
  /** Group ref. */
  owner: z.string(),
  appliesTo: appliesToSchema,
  targets: z.array(kpiTargetSchema),
  runbook: z.string().optional(),
  document: z.object({ title: z.string(), section: z.string().optional() }),
  /** `catalog-info/scorecards/division-1b.yaml:12`. */
  place: z.string(),
});

export type Category = (typeof categories)[number];
export type KpiKind = (typeof kpiKinds)[number];
export type Aggregation = (typeof aggregations)[number];
export type NoDataPolicy = (typeof noDataPolicies)[number];
export type AppliesTo = z.infer<typeof appliesToSchema>;
export type KpiTarget = z.infer<typeof kpiTargetSchema>;
export type KpiSource = z.infer<typeof kpiSourceSchema>;
export type Kpi = z.infer<typeof kpiSchema>;
