import { charterSchema, kpiSchema } from '@squadron/plugin-org-model-common';
import { z } from 'zod/v3';

/** `squad-b-1`, `default/squad-b-1` or, always with a kind, `resource:db`. */
function reference(example: string, needsKind: boolean = false) {
  const kind = needsKind ? '[A-Za-z]+:' : '([A-Za-z]+:)?';
  return z
    .string()
    .regex(
      new RegExp(`^${kind}([A-Za-z0-9-]+/)?[A-Za-z0-9._-]+$`),
      `write a reference such as ${example}`,
    );
}

/** What the org model reads in the `spec` of a Group, wherever it comes from. */
export const groupSpecSchema = charterSchema.extend({
  lead: reference('user:default/lead-b-1').optional(),
  teamDependencies: z
    .array(
      z
        .object({
          ref: reference('group:default/squad-b-1'),
          for: z.string().trim().min(1, 'say what it is needed for'),
        })
        .strict(),
    )
    .default([]),
});

/** What the org model reads in the `spec` of a System. */
export const systemSpecSchema = z.object({
  parentSystem: reference('system:default/squad-b-1').optional(),
  dependsOn: z
    .array(reference('resource:default/tech-istio', true))
    .default([]),
});

/** What the org model reads in the `spec` of a User. */
export const userSpecSchema = z.object({
  /** Which of its groups is the home; the catalog sorts `memberOf`. */
  home: reference('group:default/squad-b-1').optional(),
  role: z.string().optional(),
  joinedAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as YYYY-MM-DD, in quotes')
    .optional(),
  responsibilities: z.array(z.string()).optional(),
  kpis: z.array(kpiSchema).optional(),
});
