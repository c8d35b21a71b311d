import { z } from 'zod/v3';

/** How a value stands to its target; always said, never guessed from the direction. */
export const targetOps = ['>=', '>', '<=', '<', '='] as const;

/** Periods by which a count is asked for, such as `/day`. */
export const targetPeriods = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const;

/** A decimal number as text, since 99.999999999 must stay exactly that. */
export const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

/**
 * What a KPI is to reach, as parsed from the words of a document.
 *
 * `11 nines` is `>= 99.999999999 %`; `<= 2 h for 90%` has the share 90: so many of a hundred
 * events must keep to two hours.
 */
export const targetSchema = z.object({
  op: z.enum(targetOps),
  value: decimalSchema,
  /** `%`, a unit of time (`ms`, `s`, `min`, `h`, `d`, `business d`, `w`), what is counted (`versions`), or nothing. */
  unit: z.string(),
  /** Of a count: `>= 20/day`. */
  per: z.enum(targetPeriods).optional(),
  /** The top of a scale: `>= 4.7 of 5`. */
  of: decimalSchema.optional(),
  /** Percent of the events that must keep to the value: `for 90%`. */
  share: decimalSchema.optional(),
});

export type TargetOp = (typeof targetOps)[number];
export type TargetPeriod = (typeof targetPeriods)[number];
export type Target = z.infer<typeof targetSchema>;
