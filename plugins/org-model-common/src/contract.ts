import { defineContract } from '@squadron/contract';
import { z } from 'zod/v3';
import { cadenceSchema, cadenceKinds } from './charter';
import { daySchema } from './day';
import {
  groupDetailSchema,
  groupRecordSchema,
  orgSnapshotSchema,
  ownedRecordSchema,
  personRecordSchema,
} from './snapshot';

const ref = z
  .string()
  .regex(
    /^([a-z]+:)?([a-z0-9-]+\/)?[a-zA-Z0-9._-]+$/,
    'write a reference such as group:default/squad-b-1 or squad-b-1',
  );
/** One group, or several: the parameter may repeat. Express reads at most 20 of a name. */
const refs = z
  .union([ref, z.array(ref).max(20)])
  .optional()
  .describe(
    'A group, up to 20 times: the answer is about all of them; about the whole tree when left out',
  );
const pageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** Figures of one group, its own and those of everything below it. */
export const rollUpSchema = z.object({
  /** Groups below, at any depth. */
  descendants: z.number().int(),
  /** People whose home it is, and people in it or below it, each counted once. */
  people: z.object({ direct: z.number().int(), total: z.number().int() }),
  /** Systems owned by it, and by it or anything below. */
  systems: z.object({ direct: z.number().int(), total: z.number().int() }),
});

/** A group in the tree answer. Nodes come parents first; `parent` joins them. */
export const treeNodeSchema = groupRecordSchema.extend({
  leadTitle: z.string().optional(),
  /** Title of the group whose lead this is: a unit without one is led by its squad's. */
  leadThrough: z.string().optional(),
  depth: z.number().int(),
  /** Direct children, also those that `depth` cut off. */
  children: z.number().int(),
  rollUp: rollUpSchema,
});

export const personSchema = personRecordSchema.extend({
  /** Title of the home group. */
  home: z.string().optional(),
  /** Titles of the groups that they lead. */
  leads: z.array(z.string()),
});

const groupSummarySchema = groupRecordSchema.pick({
  ref: true,
  name: true,
  type: true,
  title: true,
  lifecycle: true,
});

export const linkSchema = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['dependency', 'dotted']),
  /** What the dependency is for, or how many people the dotted line stands for. */
  text: z.string(),
});

const dependencySchema = z.object({
  group: groupSummarySchema,
  for: z.string(),
});

export const groupAnswerSchema = groupDetailSchema.extend({
  /** From the company down to the parent. */
  ancestors: z.array(groupSummarySchema),
  childGroups: z.array(
    groupSummarySchema.extend({ mission: z.string().optional() }),
  ),
  leadPerson: personRecordSchema.optional(),
  /** The group whose lead `leadPerson` is: a unit without one is led by its squad's. */
  leadThrough: groupSummarySchema.optional(),
  dependsOn: z.array(dependencySchema),
  dependencyOf: z.array(dependencySchema),
  rollUp: rollUpSchema,
});

export const occurrenceSchema = z.object({
  /** `<group ref>#<cadence id>` */
  cadence: z.string(),
  /** Start and end: ISO 8601 in UTC, or `YYYY-MM-DD` (end exclusive) when it takes whole days. */
  start: z.string(),
  end: z.string(),
});

export const groupCadenceSchema = cadenceSchema.extend({
  key: z.string(),
  group: z.string(),
  groupTitle: z.string(),
  timeZone: z.string(),
  /** In words: `every 2 weeks on Tuesday at 10:00`. */
  rule: z.string(),
});

export const feedSchema = z.object({
  id: z.string(),
  group: z.string(),
  groupTitle: z.string(),
  label: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().optional(),
});

export const definitionProblemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  /** File below the definitions folder, with the line and column of the fault where known. */
  file: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  message: z.string(),
  /** What to write instead. */
  fix: z.string().optional(),
});

export const definitionsStatusSchema = z.object({
  /** `ok`; `stale`: a bad file, the last good model stays; `empty`: nothing was ever read. */
  status: z.enum(['ok', 'stale', 'empty']),
  checkedAt: z.string().optional(),
  /** When the model that the catalog holds was read. */
  lastGoodAt: z.string().optional(),
  entities: z.number().int().optional(),
  problems: z.array(definitionProblemSchema),
});

export const treeProblemSchema = z.object({
  ref: z.string(),
  title: z.string(),
  kind: z.enum([
    'no-parent',
    'unknown-parent',
    'cycle',
    'unknown-lead',
    'unknown-dependency',
    'unknown-member-group',
    'duplicate',
    'invalid-charter',
    // Rights that a registered Location cannot give.
    'untrusted',
  ]),
  message: z.string(),
});

const gapSchema = groupSummarySchema.extend({
  parentTitle: z.string().optional(),
});

export const ownershipSchema = z.object({
  /** Entities without an owner, or whose owner does not exist or is a person in no group. */
  unowned: z.array(
    ownedRecordSchema.extend({
      reason: z.enum(['no owner', 'unknown owner', 'owner without a group']),
    }),
  ),
  noLead: z.array(gapSchema),
  /** Active or forming groups with nobody in them or below. */
  empty: z.array(gapSchema),
  /** What each direct child of the scope owns, itself or below, most first; a `group` stands for its children. */
  shares: z.array(
    z.object({
      group: groupSummarySchema,
      owned: z.number().int(),
      /** Part of all owned entities in the scope, 0 to 1. */
      share: z.number(),
      people: z.number().int(),
    }),
  ),
  /** Groups that own far more than others of their type: above the upper Tukey fence (Q3 + 1.5 IQR), and by three at least. */
  heavy: z.array(
    z.object({
      group: groupSummarySchema,
      owned: z.number().int(),
      typical: z.number(),
    }),
  ),
  totals: z.object({
    entities: z.number().int(),
    owned: z.number().int(),
    groups: z.number().int(),
    groupsWithLead: z.number().int(),
  }),
});

export const meSchema = z.object({
  person: personSchema.optional(),
  /** Groups that the person is in, home first, with the groups that they lead. */
  groups: z.array(
    groupSummarySchema.extend({ rollUp: rollUpSchema, leads: z.boolean() }),
  ),
  /** What the person is in the portal. New hire: joined within the last 90 days. */
  roles: z.array(
    z.enum(['engineer', 'manager', 'sre', 'new-hire', 'executive']),
  ),
  /** What waits for the person, most urgent first; each has an address in the portal. */
  attention: z.array(
    z.object({ text: z.string(), count: z.number().int(), to: z.string() }),
  ),
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

export type RollUp = z.infer<typeof rollUpSchema>;
export type TreeNode = z.infer<typeof treeNodeSchema>;
export type Person = z.infer<typeof personSchema>;
export type Link = z.infer<typeof linkSchema>;
export type GroupSummary = z.infer<typeof groupSummarySchema>;
export type GroupAnswer = z.infer<typeof groupAnswerSchema>;
export type Occurrence = z.infer<typeof occurrenceSchema>;
export type GroupCadence = z.infer<typeof groupCadenceSchema>;
export type Feed = z.infer<typeof feedSchema>;
export type DefinitionProblem = z.infer<typeof definitionProblemSchema>;
export type DefinitionsStatus = z.infer<typeof definitionsStatusSchema>;
export type TreeProblem = z.infer<typeof treeProblemSchema>;
export type Ownership = z.infer<typeof ownershipSchema>;
export type Me = z.infer<typeof meSchema>;
