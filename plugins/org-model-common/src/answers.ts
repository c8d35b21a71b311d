import { z } from 'zod/v3';
import { cadenceSchema } from './charter';
import {
  groupDetailSchema,
  groupRecordSchema,
  ownedRecordSchema,
  personRecordSchema,
} from './snapshot';

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

export const groupSummarySchema = groupRecordSchema.pick({
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
  /** It belongs to a group outside what was asked for, which takes part in it. */
  invited: z.boolean(),
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
