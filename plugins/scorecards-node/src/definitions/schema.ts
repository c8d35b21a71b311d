import { nameSchema } from '@squadron/plugin-org-model-common';
import {
  aggregations,
  categories,
  directions,
  kpiKinds,
  noDataPolicies,
} from '@squadron/plugin-scorecards-common';
import { z } from 'zod/v3';

const text = z.string().trim().min(1, 'write some text or leave the line out');
const day = z.string().date('write a day of the calendar as YYYY-MM-DD');

/** A path of the portal or an address elsewhere. */
const runbookSchema = z
  .string()
  .regex(
    /^(\/(?!\/)\S*|https?:\/\/\S+)$/,
    'write a path of the portal such as /docs/default/system/squad-b-1/, or an https address',
  );

/** What makes up a sample: `value`; `good` or `bad`, and `total`; or `sum` and `count`. */
const numbers = {
  value: text.optional(),
  good: text.optional(),
  bad: text.optional(),
  total: text.optional(),
  sum: text.optional(),
  count: text.optional(),
  /** Of what is answered, when it is not the KPI's. */
  unit: text.optional(),
  /** Of several configured, the one of this name. */
  instance: nameSchema.optional(),
};

/** Numbers are PromQL, in which `$range` is the time between two samples. */
const prometheusSchema = z
  .object({
    ...numbers,
    /** What `$range` stands for instead: `5m`. */
    range: text.optional(),
    /** The label by which series belong to entities: `unit-b-1-${value}`. */
    by: z.object({ label: text, entity: text.optional() }).strict().optional(),
  })
  .strict();

/** Numbers are places in the JSON that the address answers, and so is the time of theirs, `at`. */
const httpSchema = z
  .object({
    url: z.string().regex(/^https?:\/\/\S+$/, 'write an https address'),
    ...numbers,
    at: text.optional(),
  })
  .strict();

/** Exactly one of the named fields; what stands beside `plugin` narrows the measure. */
const sourceSchema = z.union([
  z.enum(['push']),
  z
    .object({
      prometheus: prometheusSchema.optional(),
      http: httpSchema.optional(),
      catalog: z.enum(['coverage']).optional(),
      scaffolder: z.enum(['success-rate', 'duration']).optional(),
      /** With `measure`: a plugin that serves the measures protocol. */
      plugin: nameSchema.optional(),
      measure: nameSchema.optional(),
      /** The type of a collector that a module brings; the rest is its own. */
      collector: nameSchema.optional(),
    })
    .catchall(z.unknown()),
]);

/** One of `groups`, `each` with `below`, or `components`. */
const appliesToSchema = z.union([
  z.enum(['owner']),
  z
    .object({
      groups: z.array(text).min(1).optional(),
      /** A type of groups, such as `squad`. */
      each: text.optional(),
      below: text.optional(),
      /** Components whose owners are below this group. */
      components: text.optional(),
    })
    .strict(),
]);

const targetSchema = z
  .object({
    /** `>= 99.95%`, `< 30 min`, `<= 2 h for 90%`, `11 nines`, `>= 20/day`. */
    target: text,
    warn: text.optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .strict();

const kpiSchema = z
  .object({
    /** Samples hang on it, so that it never changes; unique among all files. */
    id: nameSchema,
    title: text,
    /** As the document or the charter writes it. */
    text,
    /** The group that answers for it. */
    owner: text,
    category: z.enum(categories),
    kind: z.enum(kpiKinds),
    /** `%`, `ms`, `min`, `h`, `d`, what is counted, or nothing for plain numbers. */
    unit: z.string().default(''),
    /** Only where no target says it. */
    direction: z.enum(directions).optional(),
    aggregation: z.enum(aggregations).optional(),
    /** Days of which the value is made: `30 d`. */
    window: text.optional(),
    /** How often samples come: `1 min`, `1 d`. */
    every: text,
    freshFor: text.optional(),
    onNoData: z.enum(noDataPolicies),
    errorBudget: text.optional(),
    weight: z.number().positive().max(100).default(1),
    dimensions: z.record(z.string()).default({}),
    source: sourceSchema,
    target: text.optional(),
    warn: text.optional(),
    /** Instead of `target`, when it changes with time. */
    targets: z.array(targetSchema).min(1).optional(),
    appliesTo: appliesToSchema.default('owner'),
    runbook: runbookSchema.optional(),
    document: text.optional(),
    section: text.optional(),
  })
  .strict();

/** One file of `catalog-info/scorecards`: the KPIs that its authors keep together. */
export const kpiFileSchema = z
  .object({
    /** The document that its KPIs come from, where they name none. */
    document: text.optional(),
    section: text.optional(),
    kpis: z.array(kpiSchema).default([]),
  })
  .strict();

export type KpiFile = z.infer<typeof kpiFileSchema>;
export type KpiFileItem = z.infer<typeof kpiSchema>;
export type KpiFileSource = z.infer<typeof sourceSchema>;
