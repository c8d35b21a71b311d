import { z } from 'zod/v3';
import { daySchema } from './day';

/** A Backstage name: 63 characters at most, letters and digits at both ends. */
export const nameSchema = z
  .string()
  .max(63, 'a name has at most 63 characters: shorten the code or the title')
  .regex(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    'a name is lower-case letters, digits and "-", with a letter or digit at both ends',
  );

const text = z.string().trim().min(1, 'write some text or leave the line out');
const lines = z.array(text).default([]);

/** A KPI as its document states it; scorecards parse the target in `text`. */
export const kpiSchema = z
  .object({
    /** Unique within its group; `<group name>/<id>` names a KPI everywhere. */
    id: nameSchema,
    text,
  })
  .strict();

/** An objective with its key results, as the documents' OKR tables have them. */
export const objectiveSchema = z
  .object({
    id: nameSchema,
    text,
    /** Until when its key results are to be reached, in the document's words. */
    due: text.optional(),
    keyResults: z.array(kpiSchema).default([]),
  })
  .strict();

/** What a cadence is, for filters and icons. */
export const cadenceKinds = [
  'planning',
  'review',
  'meeting',
  'report',
  'assessment',
  'exercise',
  'rotation',
] as const;

/** Something that a group does again and again. See `cadence.ts` for the words that it understands. */
export const cadenceSchema = z
  .object({
    id: nameSchema,
    title: text,
    kind: z.enum(cadenceKinds),
    /** How often: `day`, `week`, `2 weeks`, `month`, `quarter`, `half-year`, `year`, `90 days`. */
    every: text,
    /** Which day: `Tuesday`, `first Tuesday`, `last Friday`, `day 15`; within quarters and half-years also `second month, first Tuesday`. */
    on: text.optional(),
    /** Local start time `HH:MM`; without it the cadence takes the whole day. */
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day as HH:MM')
      .optional(),
    /** Duration such as `45 min`, `2 h` or `3 days`. */
    lasts: text.optional(),
    /** First possible day, `YYYY-MM-DD`. */
    starts: daySchema,
    /** IANA zone; the company's when left out. */
    timeZone: text.optional(),
    /** Who takes part, in words or as group names. */
    with: lines,
    note: text.optional(),
    /** The document that asks for it, with its section. */
    source: text.optional(),
  })
  .strict();

/** A technology of a stack: the text of the document and the Resource that it stands for. */
export const stackItemSchema = z
  .object({ text, technology: z.string().optional() })
  .strict();

/** A dependency on another group, and what it is for. */
export const teamDependencySchema = z.object({ ref: text, for: text }).strict();

/** How far a group has come. Planned groups are dashed in the chart and hold nobody yet. */
export const lifecycles = ['planned', 'forming', 'active'] as const;

/** What a group's members are in the portal. */
export const portalRoles = ['engineer', 'manager', 'sre'] as const;

/**
 * The charter fields in the `spec` of a Group, whether it was compiled from
 * `catalog-info/org` or written as plain Backstage YAML in another repository.
 */
export const charterSchema = z.object({
  /** The document's own code, such as `B-1` or `U-RE1`. */
  code: text.optional(),
  /** User ref of the lead. */
  lead: text.optional(),
  mission: text.optional(),
  responsibilities: lines,
  outputs: lines,
  stack: z.array(stackItemSchema).default([]),
  boundary: text.optional(),
  kpis: z.array(kpiSchema).default([]),
  objectives: z.array(objectiveSchema).default([]),
  cadences: z.array(cadenceSchema).default([]),
  /** IANA zone of cadences without one, here and below; the parent's when left out. */
  timeZone: text.optional(),
  teamDependencies: z.array(teamDependencySchema).default([]),
  lifecycle: z.enum(lifecycles).default('active'),
  roles: z.array(z.enum(portalRoles)).default([]),
  onCall: z.boolean().default(false),
  /** Who sits in a council or working group, in the document's words. */
  participants: lines,
  /** The document that the charter comes from, with its section. */
  source: text.optional(),
});

export type Kpi = z.infer<typeof kpiSchema>;
export type Objective = z.infer<typeof objectiveSchema>;
export type Cadence = z.infer<typeof cadenceSchema>;
export type StackItem = z.infer<typeof stackItemSchema>;
export type TeamDependency = z.infer<typeof teamDependencySchema>;
export type Lifecycle = (typeof lifecycles)[number];
export type PortalRole = (typeof portalRoles)[number];
export type Charter = z.infer<typeof charterSchema>;
