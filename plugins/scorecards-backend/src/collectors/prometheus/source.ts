import { z } from 'zod/v3';

const promQl = z.string().trim().min(1).max(10_000);

/** Which queries make up a sample, by the shape of the sample. */
const shapes = [
  ['good', 'total'],
  ['bad', 'total'],
  ['sum', 'count'],
  ['value'],
] as const;

export type QueryName = (typeof shapes)[number][number];

const bySchema = z
  .object({
    /** The label that tells the series of one entity from those of another. */
    label: z.string().min(1),
    /** The entity of a series: `unit-b-1-${value}`, with the label's value in lower case. */
    entity: z.string().includes('${value}').default('${value}'),
  })
  .strict();

/** What a KPI says in its source when a Prometheus measures it. */
export const prometheusSourceSchema = z
  .object({
    type: z.string(),
    text: z.string(),
    instance: z.string().optional(),
    good: promQl.optional(),
    bad: promQl.optional(),
    total: promQl.optional(),
    value: promQl.optional(),
    sum: promQl.optional(),
    count: promQl.optional(),
    /** Of what the queries answer; the KPI's own when left out. */
    unit: z.string().optional(),
    /** What `$range` in a query stands for, such as `5m`; the time between two samples when left out. */
    range: z
      .string()
      .regex(/^(\d+(ms|[smhdwy]))+$/, 'write a duration such as 5m')
      .optional(),
    by: bySchema.optional(),
  })
  .strict()
  .transform((source, context) => {
    const given = shapes.flat().filter(name => source[name] !== undefined);
    const shape = shapes.find(
      names =>
        names.every(name => given.includes(name)) &&
        given.every(name => (names as readonly string[]).includes(name)),
    );
    if (!shape) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: 'write good and total, bad and total, sum and count, or value',
      });
      return z.NEVER;
    }
    const { unit, range, by } = source;
    const queries = shape.map(
      name => [name, source[name] ?? ''] as [QueryName, string],
    );
    return { queries, unit, range, by };
  });

export type PrometheusSource = z.output<typeof prometheusSourceSchema>;
