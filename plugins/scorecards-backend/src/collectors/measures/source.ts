import { z } from 'zod/v3';

/** What a KPI says in its source when a plugin of the portal measures it. */
export const measureSourceSchema = z
  .object({
    type: z.string(),
    text: z.string(),
    plugin: z.string().regex(/^[a-z][a-z0-9-]*$/),
    measure: z.string(),
    /** What narrows the measure; `group` is a group and what is below it, instead of who has the KPI. */
    dimensions: z.record(z.string()).default({}),
  })
  .strict();

export type MeasureSource = z.output<typeof measureSourceSchema>;
