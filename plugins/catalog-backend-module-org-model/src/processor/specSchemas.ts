import { parseEntityRef } from '@backstage/catalog-model';
import { charterSchema, kpiSchema } from '@squadron/plugin-org-model-common';
import { z } from 'zod/v3';

/** A reference that the catalog understands. */
function reference(defaultKind: string | undefined, example: string) {
  return z.string().refine(
    text => {
      try {
        return Boolean(parseEntityRef(text, { defaultKind }));
      } catch {
        return false;
      }
    },
    { message: `write a reference such as ${example}` },
  );
}

/** What the org model reads in the `spec` of a Group, wherever it comes from. */
export const groupSpecSchema = charterSchema.extend({
  lead: reference('user', 'user:default/lead-b-1').optional(),
  teamDependencies: z
    .array(
      z
        .object({
          ref: reference('group', 'group:default/squad-b-1'),
          for: z.string().trim().min(1, 'say what it is needed for'),
        })
        .strict(),
    )
    .default([]),
});

/** What the org model reads in the `spec` of a System. */
export const systemSpecSchema = z.object({
  parentSystem: reference('system', 'system:default/squad-b-1').optional(),
  dependsOn: z
    .array(reference(undefined, 'resource:default/tech-istio'))
    .default([]),
});

/** What the org model reads in the `spec` of a User. */
export const userSpecSchema = z.object({
  role: z.string().optional(),
  joinedAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as YYYY-MM-DD, in quotes')
    .optional(),
  responsibilities: z.array(z.string()).optional(),
  kpis: z.array(kpiSchema).optional(),
});
