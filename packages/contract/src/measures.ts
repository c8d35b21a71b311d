import { z } from 'zod/v3';
import type { RouteContract } from './contract';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const day = z
  .string()
  .date('write a date as YYYY-MM-DD, a day of the calendar');

/** A measure that a plugin offers. */
export const measureSchema = z.object({
  name,
  title: z.string(),
  description: z.string(),
  /** How its rows are read; see {@link measureRowSchema}. */
  kind: z.enum(['ratio', 'duration', 'count', 'gauge']),
  unit: z.string(),
  /** What may narrow it, such as `severity`, with the values that there are. */
  dimensions: z.record(z.array(z.string())),
});

/**
 * What was measured of one group on one day of UTC, of the group itself and not of those below:
 * rows add up along the tree. A day without a row is a day without an event.
 */
export const measureRowSchema = z.object({
  /** Group ref. */
  group: z.string(),
  day,
  /** `ratio`: good ones of all. */
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  /** `duration` in seconds, `count` in events, `gauge` in its unit; of so many. */
  sum: z.number().optional(),
  count: z.number().optional(),
});

/**
 * The measures protocol: a plugin that measures something serves it under these two routes of its
 * own API, and scorecards reads it without knowing the plugin. It stands here, below both, since
 * plugins that scorecards depends on measure something too.
 *
 * @example
 * ```ts
 * defineContract({ id: 'incidents', routes: { ...measureRoutes, … } });
 * ```
 */
export const measureRoutes = {
  measures: {
    method: 'GET',
    path: '/measures',
    summary: 'What the plugin measures',
    response: z.object({ items: z.array(measureSchema) }),
  },
  measure: {
    method: 'GET',
    path: '/measures/:measure',
    summary: 'What was measured, by group and day',
    params: z.object({ measure: name }),
    query: z
      .object({
        group: z
          .string()
          .optional()
          .describe('A group and everything below it; all when left out'),
        from: day,
        to: day.describe('Inclusive'),
      })
      // Dimensions, such as `severity=1`.
      .catchall(z.string()),
    response: z.object({ rows: z.array(measureRowSchema) }),
  },
} as const satisfies Record<string, RouteContract>;

export type Measure = z.infer<typeof measureSchema>;
export type MeasureRow = z.infer<typeof measureRowSchema>;
