import type { RouteContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { groupSummarySchema, personSchema } from './answers';
import { nameSchema } from './charter';

/** When in somebody's first weeks an item is due. */
export const onboardingPhases = ['day', 'week', 'month'] as const;

/** What there is to do: read a document, meet people, get an access, take a golden path, or anything else. */
export const onboardingKinds = [
  'read',
  'meet',
  'access',
  'create',
  'do',
] as const;

/** An item of a checklist as it applies to one person. */
export const onboardingItemSchema = z.object({
  id: nameSchema,
  title: z.string(),
  why: z.string().optional(),
  kind: z.enum(onboardingKinds),
  /** A path of the portal, or an address elsewhere. */
  link: z.string().optional(),
  /** Whom to meet, and who they are to the person. */
  people: z.array(
    z.object({ ref: z.string(), title: z.string(), why: z.string() }),
  ),
  /** Who gives the access. */
  group: groupSummarySchema.optional(),
  /** Why it does not apply now: it is then not counted and cannot be ticked. */
  unavailable: z.string().optional(),
  doneAt: z.string().optional(),
});

/** How far somebody is; items that do not apply to them count nowhere. */
export const onboardingProgressSchema = z.object({
  done: z.number().int(),
  total: z.number().int(),
  lastDoneAt: z.string().optional(),
});

/** The checklists of somebody's roles as one, by phase. */
export const onboardingSchema = onboardingProgressSchema.extend({
  /** Left out when the tree does not have the person. */
  person: personSchema.optional(),
  /** They joined lately. */
  isNew: z.boolean(),
  checklists: z.array(z.object({ id: nameSchema, title: z.string() })),
  /** Without the phases in which there is nothing. */
  phases: z.array(
    z.object({
      phase: z.enum(onboardingPhases),
      items: z.array(onboardingItemSchema),
    }),
  ),
});

/** Somebody who joined lately, as those see them who lead a group above. */
export const newPersonSchema = onboardingProgressSchema.extend({
  person: personSchema,
});

const item = z.object({ item: nameSchema });

/** The routes about somebody's first weeks. */
export const onboardingRoutes = {
  onboarding: {
    method: 'GET',
    path: '/onboarding',
    summary: "The signed-in person's checklist with what is done",
    response: onboardingSchema,
  },
  tickOnboardingItem: {
    method: 'PUT',
    path: '/onboarding/items/:item',
    summary: "Ticks an item of one's own checklist; again changes nothing",
    params: item,
  },
  untickOnboardingItem: {
    method: 'DELETE',
    path: '/onboarding/items/:item',
    summary: "Takes a tick of one's own checklist back",
    params: item,
  },
  newPeople: {
    method: 'GET',
    path: '/onboarding/people',
    summary:
      'How far the people are who joined lately below the groups that the caller leads, newest first, in pages',
    query: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    response: z.object({
      items: z.array(newPersonSchema),
      total: z.number().int(),
      nextCursor: z.string().optional(),
    }),
  },
  newPerson: {
    method: 'GET',
    path: '/onboarding/people/:namespace/:name',
    summary: 'The checklist of one of these people',
    params: z.object({ namespace: z.string(), name: z.string() }),
    response: onboardingSchema,
  },
} as const satisfies Record<string, RouteContract>;

export type OnboardingPhase = (typeof onboardingPhases)[number];
export type OnboardingItem = z.infer<typeof onboardingItemSchema>;
export type OnboardingProgress = z.infer<typeof onboardingProgressSchema>;
export type Onboarding = z.infer<typeof onboardingSchema>;
export type NewPerson = z.infer<typeof newPersonSchema>;
