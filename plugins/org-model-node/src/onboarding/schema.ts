import {
  nameSchema,
  onboardingPhases,
  portalRoles,
} from '@squadron/plugin-org-model-common';
import { z } from 'zod/v3';

const text = z.string().trim().min(1, 'write some text or leave the line out');

/** A path of the portal, an address elsewhere, or one of the two words that differ from person to person. */
const linkSchema = z
  .string()
  .regex(
    /^(\/(?!\/)\S*|https?:\/\/\S+|group-docs|group-page)$/,
    'write a path of the portal such as /docs/default/component/squadron/guides/sre/, an https address, group-docs or group-page',
  );

const itemSchema = z
  .object({
    /** Progress hangs on it, so that it never changes; unique among all checklists. */
    id: nameSchema,
    title: text,
    why: text.optional(),
    /** A document. */
    read: linkSchema.optional(),
    /** `lead`, `teammate`, `dependency` (who leads what one's group depends on), or a person by name. */
    meet: text.optional(),
    /** The group that gives the access, by its name in the catalog. */
    access: text.optional(),
    /** A golden path: `/create`, or the address of one template. */
    create: linkSchema.optional(),
    /** Where to do it, of any item that does not read or create. */
    link: linkSchema.optional(),
  })
  .strict();

const items = z.array(itemSchema).default([]);

/** One file of `catalog-info/onboarding`: the checklist of one role, or everybody's. */
export const checklistFileSchema = z
  .object({
    id: nameSchema,
    title: text,
    for: z.array(z.enum(['everyone', ...portalRoles])).min(1),
    day: items,
    week: items,
    month: items,
  } satisfies Record<
    'id' | 'title' | 'for' | (typeof onboardingPhases)[number],
    z.ZodTypeAny
  >)
  .strict();

export type ChecklistFile = z.infer<typeof checklistFileSchema>;
export type ChecklistFileItem = z.infer<typeof itemSchema>;
