import { z } from 'zod/v3';

/** One or several of a query parameter that may repeat. Express reads at most 20 of a name. */
export const several = <T extends z.ZodTypeAny>(item: T) =>
  z
    .union([item, z.array(item).max(20)])
    .optional()
    .transform(value =>
      value === undefined ? undefined : ([value].flat() as z.output<T>[]),
    );
