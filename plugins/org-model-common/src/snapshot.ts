import { z } from 'zod/v3';
import { charterSchema, lifecycles, portalRoles } from './charter';

/** A group as the tree knows it: where it hangs, who leads it, how far it has come. */
export const groupRecordSchema = z.object({
  ref: z.string(),
  name: z.string(),
  /** `organization`, `group`, `division`, `squad`, `unit`, `department`, `pod`, `team`, `council`, … */
  type: z.string(),
  title: z.string(),
  code: z.string().optional(),
  parent: z.string().optional(),
  lead: z.string().optional(),
  lifecycle: z.enum(lifecycles),
  roles: z.array(z.enum(portalRoles)),
  onCall: z.boolean(),
});

/** A person as the tree knows them. */
export const personRecordSchema = z.object({
  ref: z.string(),
  name: z.string(),
  title: z.string(),
  /** The role held, such as `SOC Engineer`. */
  role: z.string().optional(),
  /** Group refs; the first is the home group, the others are dotted lines. */
  memberOf: z.array(z.string()),
  /** `YYYY-MM-DD`. */
  joinedAt: z.string().optional(),
});

/**
 * The whole tree at one moment: all that roll-ups, membership and leadership are computed from.
 * It is what a day's snapshot keeps and what other plugins cache.
 */
export const orgSnapshotSchema = z.object({
  /** When it was read, ISO 8601 in UTC. */
  at: z.string(),
  groups: z.array(groupRecordSchema),
  people: z.array(personRecordSchema),
});

/** A software entity and the group that owns it. */
export const ownedRecordSchema = z.object({
  ref: z.string(),
  kind: z.string(),
  type: z.string().optional(),
  title: z.string(),
  /** The owner as written; a System or Domain of a group's name resolves to that group. */
  owner: z.string().optional(),
});

/** A group with its whole charter. */
export const groupDetailSchema = groupRecordSchema
  .extend({ description: z.string().optional() })
  .merge(charterSchema);

export type GroupRecord = z.infer<typeof groupRecordSchema>;
export type PersonRecord = z.infer<typeof personRecordSchema>;
export type OrgSnapshot = z.infer<typeof orgSnapshotSchema>;
export type OwnedRecord = z.infer<typeof ownedRecordSchema>;
export type GroupDetail = z.infer<typeof groupDetailSchema>;
