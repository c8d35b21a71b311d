import { z } from 'zod/v3';

const pointer = z
  .string()
  .regex(
    /^(\/([^~/]|~[01])*)*$/,
    'write a JSON Pointer such as /checks/0/uptime',
  );

/** The numbers of a sample. */
export const numberNames = [
  'value',
  'good',
  'bad',
  'total',
  'sum',
  'count',
] as const;

export type NumberName = (typeof numberNames)[number];

/** What a KPI says in its source when an address answers its numbers as JSON. */
export const httpSourceSchema = z
  .object({
    type: z.string(),
    text: z.string(),
    /** A server of the configuration, whose headers are sent. */
    instance: z.string().optional(),
    url: z.string().url(),
    value: pointer.optional(),
    good: pointer.optional(),
    bad: pointer.optional(),
    total: pointer.optional(),
    sum: pointer.optional(),
    count: pointer.optional(),
    /** Where the time of the numbers stands, as `2026-11-28T09:00:00Z`; the time of the run when left out. */
    at: pointer.optional(),
    /** Of what is answered; the KPI's own when left out. */
    unit: z.string().optional(),
  })
  .strict();

export type HttpSource = z.output<typeof httpSourceSchema>;
