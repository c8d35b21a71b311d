import { z } from 'zod/v3';

/**
 * One or several of a query parameter that may repeat.
 *
 * @param most - how many; Express reads up to 1,000 of a name, and what is between a browser and the portal
 *   often takes addresses of up to 8 KB
 */
export const several = <T extends z.ZodTypeAny>(item: T, most = 20) =>
  z
    .union([item, z.array(item).max(most)])
    .optional()
    .transform(value =>
      value === undefined ? undefined : ([value].flat() as z.output<T>[]),
    );
