import { defineContract, measureRoutes } from '@squadron/contract';
import { z } from 'zod/v3';
import {
  definitionsStatusSchema,
  feedSchema,
  groupAnswerSchema,
  groupCadenceSchema,
  linkSchema,
  meSchema,
  occurrenceSchema,
  ownershipSchema,
  personSchema,
  treeNodeSchema,
  treeProblemSchema,
} from './answers';
import { cadenceKinds } from './charter';
import { daySchema } from './day';
import { onboardingRoutes } from './onboarding';
import { orgSnapshotSchema } from './snapshot';

const ref = z
  .string()
  .regex(
    /^([a-z]+:)?([a-z0-9-]+\/)?[a-zA-Z0-9._-]+$/,
    'write a reference such as group:default/squad-b-1 or squad-b-1',
  );
/** One group, or several: the parameter may repeat. */
const refs = z
  .union([ref, z.array(ref).max(200)])
  .optional()
  .describe(
    'A group, up to 200 times: the answer is about all of them; about the whole tree when left out',
  );
const pageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** The API of org-model, served under `/api/org-model`. */
export const orgModelContract = defineContract({
  id: 'org-model',
  title: 'Org model',
  description:
    'The tree of the organization, its people, charters, rhythm and gaps.',
  version: '1',
  routes: {
    tree: {
      method: 'GET',
      path: '/tree',
      summary: 'Groups from a root down, with roll-ups',
      query: z.object({
        root: ref
          .optional()
          .describe('A group; the top of the tree when left out'),
        depth: z.coerce
          .number()
          .int()
          .min(0)
          .max(20)
          .optional()
          .describe('Levels below the root; all when left out'),
      }),
      response: z.object({
        root: z.string().optional(),
        at: z.string(),
        nodes: z.array(treeNodeSchema),
      }),
    },
    snapshot: {
      method: 'GET',
      path: '/snapshot',
      summary:
        'The whole tree, now or as it was at the end of a day, for other plugins',
      query: z.object({ asOf: daySchema.optional() }),
      response: orgSnapshotSchema,
    },
    links: {
      method: 'GET',
      path: '/links',
      summary: 'Dependencies and dotted lines that touch a part of the tree',
      query: z.object({ root: ref.optional() }),
      response: z.object({ links: z.array(linkSchema) }),
    },
    group: {
      method: 'GET',
      path: '/groups/:kind/:namespace/:name',
      summary:
        'A charter; the System or Domain of a group answers with the group',
      params: z.object({
        kind: z.string(),
        namespace: z.string(),
        name: z.string(),
      }),
      response: groupAnswerSchema,
    },
    people: {
      method: 'GET',
      path: '/people',
      summary: 'People of a group and everything below it, by name, in pages',
      query: pageQuery.extend({
        group: ref.optional(),
        q: z
          .string()
          .max(200)
          .optional()
          .describe('Part of a name, title or role'),
        direct: z
          .enum(['true', 'false'])
          .default('false')
          .describe('Only people in the group itself'),
        joinedSince: daySchema.optional(),
      }),
      response: z.object({
        items: z.array(personSchema),
        total: z.number().int(),
        nextCursor: z.string().optional(),
      }),
    },
    me: {
      method: 'GET',
      path: '/people/me',
      summary: 'The signed-in person: groups, roles and what waits for them',
      response: meSchema,
    },
    ownership: {
      method: 'GET',
      path: '/ownership',
      summary:
        'What has no owner, which groups have no lead or nobody, who owns too much',
      query: z.object({ root: refs }),
      response: ownershipSchema,
    },
    rhythm: {
      method: 'GET',
      path: '/rhythm',
      summary:
        'Cadences of groups and everything below them, with the dates that overlap a period',
      query: z.object({
        group: refs,
        from: daySchema.describe(
          'Of UTC; what began earlier and still runs is in the answer',
        ),
        to: daySchema.describe(
          'Of UTC, inclusive; at most 800 days after `from`',
        ),
        kind: z.enum(cadenceKinds).optional(),
      }),
      response: z.object({
        cadences: z.array(groupCadenceSchema),
        occurrences: z.array(occurrenceSchema),
      }),
    },
    listFeeds: {
      method: 'GET',
      path: '/feeds',
      summary: 'The calendar feeds of the signed-in person',
      response: z.object({ items: z.array(feedSchema) }),
    },
    createFeed: {
      method: 'POST',
      path: '/feeds',
      summary: 'Makes a calendar feed; its address is shown this once',
      body: z
        .object({ group: ref, label: z.string().trim().min(1).max(80) })
        .strict(),
      response: feedSchema.extend({ url: z.string() }),
      status: 201,
    },
    revokeFeed: {
      method: 'DELETE',
      path: '/feeds/:id',
      summary: 'Revokes a calendar feed at once',
      params: z.object({ id: z.string().uuid() }),
    },
    calendar: {
      method: 'GET',
      path: '/calendar/:token.ics',
      summary: 'The calendar behind a feed token',
      access: 'public',
      params: z.object({ token: z.string().min(20).max(200) }),
      contentType: 'text/calendar',
    },
    ...onboardingRoutes,
    ...measureRoutes,
    problems: {
      method: 'GET',
      path: '/problems',
      summary:
        'What is wrong with the definitions and with the tree in the catalog',
      response: z.object({
        definitions: definitionsStatusSchema,
        tree: z.array(treeProblemSchema),
      }),
    },
    health: {
      method: 'GET',
      path: '/health',
      summary:
        'Whether the index is filled and the definitions are good, for monitors',
      access: 'public',
      response: z.object({
        status: z.enum(['ok', 'degraded', 'starting']),
        indexedAt: z.string().optional(),
        groups: z.number().int(),
      }),
    },
  },
});
