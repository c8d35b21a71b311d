import {
  cadenceSchema,
  daySchema,
  kpiSchema,
  lifecycles,
  nameSchema,
  objectiveSchema,
  portalRoles,
} from '@squadron/plugin-org-model-common';
import { z } from 'zod/v3';

const text = z.string().trim().min(1, 'write some text or leave the line out');
const lines = z.array(text).default([]);
const codeSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9 ._/-]*$/,
    'a code is letters, digits, "-", "." or "/", such as B-1',
  );

/**
 * A group named by its code (`B-1`, `1B`), by squad and unit code (`C-5/U-RE1`,
 * since a unit code may stand in two squads) or by its full name (`pod-identity-controls`).
 */
const groupReference = text;

const personSchema = z
  .object({
    name: nameSchema,
    title: text,
    /** The role held, when the title says more than the role. */
    role: text.optional(),
    responsibilities: lines,
    kpis: z.array(kpiSchema).default([]),
    /** Groups that the person belongs to beside this one: the dotted lines. */
    alsoIn: z.array(groupReference).default([]),
    joinedAt: daySchema.optional(),
    email: z.string().email().optional(),
    source: text.optional(),
  })
  .strict();

/** The name of a person written elsewhere, or a person written here. */
const leadSchema = z.union([nameSchema, personSchema]);

const dependencySchema = z.object({ on: groupReference, for: text }).strict();

const charterFields = {
  description: text.optional(),
  mission: text.optional(),
  lead: leadSchema.optional(),
  responsibilities: lines,
  outputs: lines,
  /** As the document writes it (`Istio 1.23`); `technologies` maps it to a Resource. */
  stack: lines,
  boundary: text.optional(),
  kpis: z.array(kpiSchema).default([]),
  objectives: z.array(objectiveSchema).default([]),
  cadences: z.array(cadenceSchema).default([]),
  dependencies: z.array(dependencySchema).default([]),
  /** `active` when left out; a unit is as far as its squad, a squad as its division. */
  lifecycle: z.enum(lifecycles).optional(),
  /** What its members are in the portal. */
  roles: z.array(z.enum(portalRoles)).default([]),
  people: z.array(personSchema).default([]),
  source: text.optional(),
};

const unitSchema = z
  .object({
    code: codeSchema,
    title: text,
    /** What the unit's service is called, when not as the unit. */
    service: text.optional(),
    ...charterFields,
  })
  .strict();

const squadSchema = z
  .object({
    code: codeSchema,
    title: text,
    onCall: z.boolean().default(false),
    ...charterFields,
    units: z.array(unitSchema).default([]),
  })
  .strict();

const divisionSchema = z
  .object({
    code: codeSchema,
    title: text,
    parent: groupReference.optional(),
    ...charterFields,
    squads: z.array(squadSchema).default([]),
  })
  .strict();

/** A group without a code, named by its slug below the prefix of its type. */
const namedGroup = {
  /** Below the prefix of its type: `engineering` becomes `department-engineering`. */
  slug: nameSchema,
  title: text,
  parent: groupReference.optional(),
  ...charterFields,
};

const productModuleSchema = z
  .object({
    slug: nameSchema,
    title: text,
    description: text.optional(),
    source: text.optional(),
  })
  .strict();

const technologySchema = z
  .object({
    slug: nameSchema,
    title: text,
    description: text.optional(),
    /** Other spellings in the documents; a version behind the name is ignored. */
    aliases: lines,
    /** The squad that owns the Resource; the first squad that lists it when left out. */
    steward: groupReference.optional(),
  })
  .strict();

/**
 * One file of `catalog-info/org`. A file holds what its authors keep together: a
 * division, the departments, the councils. Unknown fields are errors.
 */
export const orgFileSchema = z
  .object({
    company: z
      .object({
        title: text,
        /** IANA zone in which cadences without one take place. */
        timeZone: text.default('UTC'),
        /** Domain of the people's e-mail addresses. */
        emailDomain: text.optional(),
        ...charterFields,
      })
      .strict()
      .optional(),
    executiveTeam: z
      .object({ title: text, ...charterFields })
      .strict()
      .optional(),
    /** Groups that hold divisions, such as an infrastructure group; the slug is the name. */
    groups: z.array(z.object(namedGroup).strict()).default([]),
    divisions: z.array(divisionSchema).default([]),
    departments: z
      .array(
        z
          .object({
            ...namedGroup,
            /** Product modules that its squads build: Systems in its Domain. */
            modules: z.array(productModuleSchema).default([]),
          })
          .strict(),
      )
      .default([]),
    pods: z.array(z.object(namedGroup).strict()).default([]),
    teams: z.array(z.object(namedGroup).strict()).default([]),
    hubs: z.array(z.object(namedGroup).strict()).default([]),
    councils: z
      .array(z.object({ ...namedGroup, participants: lines }).strict())
      .default([]),
    technologies: z.array(technologySchema).default([]),
  })
  .strict();

const charterObject = z.object(charterFields);

/** What every kind of group may say of itself. */
export type OrgCharter = z.infer<typeof charterObject>;
export type OrgFile = z.infer<typeof orgFileSchema>;
export type OrgPerson = z.infer<typeof personSchema>;
export type OrgTechnology = z.infer<typeof technologySchema>;
