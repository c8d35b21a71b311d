import { z } from 'zod/v3';

/** What a file of teams may hold. */
export const schema = z
  .object({
    teams: z
      .array(
        z
          .object({
            code: z.string().regex(/^\S+$/, 'a code has no spaces'),
            title: z.string(),
            state: z.enum(['planned', 'active']).default('active'),
            lead: z
              .union([
                z.string(),
                z.object({ name: z.string(), since: z.string() }).strict(),
              ])
              .optional(),
            outputs: z.array(z.string()).default([]),
          })
          .strict(),
      )
      .default([]),
  })
  .strict();
