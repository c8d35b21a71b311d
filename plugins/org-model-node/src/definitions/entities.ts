import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import { Lifecycle } from '@squadron/plugin-org-model-common';
import { ResolvedDependency } from './charterChecks';
import { DeclaredGroup, GroupType } from './declarations';
import { groupRef, userRef } from './names';
import { DeclaredPerson } from './people';
import { Technology } from './technologies';

/** What the other definitions say of a group. */
export interface GroupContext {
  /** Nearest first. */
  ancestors: DeclaredGroup[];
  lead?: string;
  dependencies: ResolvedDependency[];
  /** The technology that a text of the stack stands for. */
  technologyOf(text: string): string;
}

const domainTypes: GroupType[] = ['division', 'department'];
const systemTypes: GroupType[] = ['squad', 'unit', 'pod', 'team'];

/** Everything that one group becomes in the catalog. */
export function entitiesOfGroup(
  group: DeclaredGroup,
  context: GroupContext,
): Entity[] {
  const entities = [groupEntity(group, context)];
  if (domainTypes.includes(group.type)) entities.push(domainEntity(group));
  if (systemTypes.includes(group.type)) {
    entities.push(systemEntity(group, context));
  }
  if (group.type === 'unit') entities.push(serviceEntity(group, context));
  for (const { slug, title, description } of group.modules) {
    entities.push(
      entity('System', `module-${slug}`, title, description, {
        type: 'product-module',
        owner: groupRef(group.name),
        domain: group.name,
      }),
    );
  }
  return entities;
}

/** The User of a person. */
export function personEntity(
  { person, home, alsoIn }: DeclaredPerson,
  emailDomain: string | undefined,
): Entity {
  const email =
    person.email ?? (emailDomain && `${person.name}@${emailDomain}`);
  return entity('User', person.name, person.title, undefined, {
    profile: filled({ displayName: person.title, email }),
    memberOf: [home.name, ...alsoIn].map(groupRef),
    // The catalog sorts memberOf, so that it cannot say which one is the home.
    home: groupRef(home.name),
    role: person.role,
    joinedAt: person.joinedAt,
    responsibilities: person.responsibilities,
    kpis: person.kpis,
    source: person.source,
  });
}

/** The Resource of a technology. */
export function technologyEntity(
  { name, title, description, owner }: Technology,
  company: string,
): Entity {
  return entity('Resource', name, title, description, {
    type: 'technology',
    owner: groupRef(owner ?? company),
  });
}

function groupEntity(group: DeclaredGroup, context: GroupContext): Entity {
  const { charter } = group;
  const [parent] = context.ancestors;
  return entity(
    'Group',
    group.name,
    group.title,
    descriptionOf(group),
    {
      type: group.type,
      parent: parent && groupRef(parent.name),
      code: group.code,
      lead: context.lead && userRef(context.lead),
      lifecycle: group.lifecycle,
      mission: charter.mission,
      responsibilities: charter.responsibilities,
      outputs: charter.outputs,
      stack: charter.stack.map(text => ({
        text,
        technology: resourceRef(context.technologyOf(text)),
      })),
      boundary: charter.boundary,
      kpis: charter.kpis,
      objectives: charter.objectives,
      cadences: charter.cadences,
      teamDependencies: context.dependencies.map(dependency => ({
        ref: groupRef(dependency.group.name),
        for: dependency.for,
      })),
      roles: charter.roles,
      onCall: group.onCall || undefined,
      participants: group.participants,
      timeZone: group.timeZone,
      source: charter.source,
    },
    // The schema of Backstage wants the field; only `parent` is authored.
    { children: [] },
  );
}

function domainEntity(group: DeclaredGroup): Entity {
  return entity('Domain', group.name, group.title, descriptionOf(group), {
    type: group.type,
    owner: groupRef(group.name),
  });
}

function systemEntity(
  group: DeclaredGroup,
  { ancestors, technologyOf }: GroupContext,
): Entity {
  const isUnit = group.type === 'unit';
  const domain = ancestors.find(({ type }) => domainTypes.includes(type));
  return entity('System', group.name, group.title, descriptionOf(group), {
    type: group.type,
    owner: groupRef(group.name),
    parentSystem: isUnit && group.within ? group.within.name : undefined,
    domain: isUnit ? undefined : domain?.name,
    dependsOn: isUnit ? [] : technologiesOf(group, technologyOf),
  });
}

const componentLifecycles: Record<Lifecycle, string> = {
  planned: 'planned',
  forming: 'experimental',
  active: 'production',
};

function serviceEntity(
  group: DeclaredGroup,
  { technologyOf }: GroupContext,
): Entity {
  return entity(
    'Component',
    group.name,
    group.service ?? group.title,
    descriptionOf(group) ?? `The service that ${group.title} runs`,
    {
      type: 'platform-service',
      lifecycle: componentLifecycles[group.lifecycle],
      owner: groupRef(group.name),
      system: group.name,
      dependsOn: technologiesOf(group, technologyOf),
    },
  );
}

function technologiesOf(
  { charter }: DeclaredGroup,
  technologyOf: (text: string) => string,
): string[] {
  return [
    ...new Set(charter.stack.map(text => resourceRef(technologyOf(text)))),
  ];
}

function resourceRef(name: string): string {
  return `resource:default/${name}`;
}

function descriptionOf({ charter }: DeclaredGroup): string | undefined {
  return charter.description ?? charter.mission;
}

function entity(
  kind: string,
  name: string,
  title: string,
  description: string | undefined,
  spec: Record<string, JsonValue | undefined>,
  required: JsonObject = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, title, ...(description && { description }) },
    spec: { ...filled(spec), ...required },
  };
}

/** Leaves out what nobody wrote: `undefined` and empty lists. */
function filled(fields: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
