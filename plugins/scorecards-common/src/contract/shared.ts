import { several } from '@squadron/contract';
import { z } from 'zod/v3';

/** A group, its System or Domain, or a component, as people write it: `squad-b-1`, `component:default/x`. */
export const refSchema = z
  .string()
  .regex(
    /^([a-z]+:)?([a-z0-9-]+\/)?[a-zA-Z0-9._-]+$/,
    'write a reference such as group:default/squad-b-1 or squad-b-1',
  );

/** A day of UTC. */
export const daySchema = z
  .string()
  .date('write a date as YYYY-MM-DD, a day of the calendar');

/** A moment with its offset, such as `2026-11-28T09:00:00Z`. */
export const momentSchema = z
  .string()
  .datetime({ offset: true, message: 'write a time as 2026-11-28T09:00:00Z' });

/** What every list in pages takes. */
export const pageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

/** A page of a list. */
export const pageOf = <T extends z.ZodTypeAny>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.number().int().optional(),
    nextCursor: z.string().optional(),
  });

/** A group or person in an answer. */
export const namedSchema = z.object({ ref: z.string(), title: z.string() });

/** The root whose part of the tree the answer is about. */
export const rootQuery = z.object({
  root: several(refSchema, 200).describe(
    'A group, up to 200 times; the whole organization when left out',
  ),
});

export const entityParams = z.object({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
});

export const idParams = z.object({ id: z.string().uuid() });
