import {
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  Charter,
  GroupDetail,
  OwnedRecord,
  PersonRecord,
  TreeProblem,
  charterSchema,
  toGroupRef,
  toUserRef,
} from '@squadron/plugin-org-model-common';
import { Origins, takeForeignRights } from './origins';

/** What the index is built from, as the catalog holds it. */
export interface CatalogContent {
  groups: Entity[];
  users: Entity[];
  /** Systems, Domains, Components, APIs, Resources and Templates. */
  software: Entity[];
}

/** An owned record with the System that the entity is part of. */
export interface SoftwareRecord extends OwnedRecord {
  system?: string;
  lifecycle?: string;
  /** Ref of the entity whose docs are shown for it: itself, or another. */
  docs?: string;
}

/** The same as records, with what was wrong with them. */
export interface OrgContent {
  groups: GroupDetail[];
  people: PersonRecord[];
  software: SoftwareRecord[];
  /** Refs of the golden paths. */
  templates: string[];
  /** Refs of what has a documentation site of its own. */
  documented: string[];
  problems: TreeProblem[];
}

type Spec = Record<string, unknown>;

const specOf = (entity: Entity): Spec => entity.spec ?? {};
const text = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : undefined;
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];

function titleOf(entity: Entity): string {
  const profile = specOf(entity).profile as Spec | undefined;
  return (
    entity.metadata.title ?? text(profile?.displayName) ?? entity.metadata.name
  );
}

/** A ref is relative to the namespace of the entity that writes it. */
function namespaceOf(entity: Entity): string {
  return entity.metadata.namespace ?? DEFAULT_NAMESPACE;
}

function groupIn(entity: Entity, group: string): string {
  return toGroupRef(group, namespaceOf(entity)) ?? group;
}

function userIn(entity: Entity, user: string): string {
  return toUserRef(user, namespaceOf(entity)) ?? user;
}

function byRef<T extends { ref: string }>(records: T[]): T[] {
  // Not by locale: the order is part of what a content hash is made of.
  return records.sort((a, b) => Number(a.ref > b.ref) - Number(a.ref < b.ref));
}

/** Turns entities into records; a field that is wrong is left out and reported. */
export function readContent(content: CatalogContent): OrgContent {
  const problems: TreeProblem[] = [];
  const origins = new Origins([...content.groups, ...content.users]);
  const groups = content.groups.map(entity => readGroup(entity, problems));
  const people = content.users.map(readPerson);
  adoptMembers(content.groups, people, origins, problems);
  takeForeignRights(groups, people, origins, problems);
  adoptChildren(content.groups, groups, origins, problems);
  return {
    groups: byRef(groups),
    people: byRef(people),
    software: byRef(
      content.software.filter(entity => !isTemplate(entity)).map(readSoftware),
    ),
    templates: refsOf(content.software.filter(isTemplate)),
    documented: refsOf(
      [...content.groups, ...content.software].filter(isDocumented),
    ),
    problems,
  };
}

function isTemplate({ kind }: Entity): boolean {
  return kind === 'Template';
}

function isDocumented({ metadata }: Entity): boolean {
  return metadata.annotations?.['backstage.io/techdocs-ref'] !== undefined;
}

function refsOf(entities: Entity[]): string[] {
  return entities.map(entity => stringifyEntityRef(entity)).sort();
}

function readGroup(entity: Entity, problems: TreeProblem[]): GroupDetail {
  const spec = specOf(entity);
  const ref = stringifyEntityRef(entity);
  const title = titleOf(entity);
  const charter = readCharter(spec, message =>
    problems.push({ ref, title, kind: 'invalid-charter', message }),
  );
  const parent = text(spec.parent);
  return {
    ...charter,
    ref,
    name: entity.metadata.name,
    type: text(spec.type) ?? 'group',
    title,
    description: entity.metadata.description,
    parent: parent && groupIn(entity, parent),
    lead: charter.lead && userIn(entity, charter.lead),
    teamDependencies: charter.teamDependencies.map(dependency => ({
      ...dependency,
      ref: groupIn(entity, dependency.ref),
    })),
  };
}

function readCharter(spec: Spec, report: (message: string) => void): Charter {
  const whole = charterSchema.safeParse(spec);
  if (whole.success) return whole.data;
  const good: Spec = { ...spec };
  for (const { path, message } of whole.error.issues) {
    report(
      `\`spec.${path.join('.')}\` is left out: ${message}; correct it where the group is defined`,
    );
    delete good[String(path[0])];
  }
  return charterSchema.parse(good);
}

/**
 * A group may name its children instead of its children naming it, when they have the same origin:
 * else whoever registers a Location could hang the whole organization below a group of theirs.
 */
function adoptChildren(
  entities: Entity[],
  groups: GroupDetail[],
  origins: Origins,
  problems: TreeProblem[],
): void {
  const known = new Map(groups.map(group => [group.ref, group]));
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    for (const child of texts(specOf(entity).children)) {
      const group = known.get(groupIn(entity, child));
      if (!group || group.parent === ref) continue;
      if (group.type !== 'organization' && origins.areSame(ref, group.ref)) {
        group.parent ??= ref;
      } else {
        problems.push({
          ref,
          title: titleOf(entity),
          kind: 'untrusted',
          message: `It names ${group.ref} among its \`children\`, which counts neither for an organization nor for a group that is defined elsewhere: write \`parent\` where that group is defined`,
        });
      }
    }
  }
}

/** The catalog sorts `memberOf`; `spec.home` says which of them is the home. */
function homeFirst(groups: string[], home: string | undefined): string[] {
  if (!home || !groups.includes(home)) return groups;
  return [home, ...groups.filter(group => group !== home)];
}

function readPerson(entity: Entity): PersonRecord {
  const spec = specOf(entity);
  return {
    ref: stringifyEntityRef(entity),
    name: entity.metadata.name,
    title: titleOf(entity),
    role: text(spec.role),
    memberOf: homeFirst(
      texts(spec.memberOf).map(group => groupIn(entity, group)),
      groupIn(entity, text(spec.home) ?? ''),
    ),
    joinedAt: text(spec.joinedAt),
  };
}

/** A group may name its members instead of its members naming it, unless it comes from a Location. */
function adoptMembers(
  entities: Entity[],
  people: PersonRecord[],
  origins: Origins,
  problems: TreeProblem[],
): void {
  const known = new Map(people.map(person => [person.ref, person]));
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    const members = texts(specOf(entity).members).flatMap(
      member => known.get(userIn(entity, member)) ?? [],
    );
    const added = members.filter(({ memberOf }) => !memberOf.includes(ref));
    if (added.length > 0 && origins.isRegistered(ref)) {
      problems.push({
        ref,
        title: titleOf(entity),
        kind: 'untrusted',
        message:
          'It comes from a registered Location, whose `members` do not count: write the group into `memberOf` where these people are defined',
      });
    } else {
      added.forEach(person => person.memberOf.push(ref));
    }
  }
}

function readSoftware(entity: Entity): SoftwareRecord {
  const spec = specOf(entity);
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind,
    type: text(spec.type),
    title: titleOf(entity),
    owner: text(spec.owner),
    system: text(spec.system) ?? text(spec.parentSystem) ?? text(spec.domain),
    lifecycle: text(spec.lifecycle),
    docs: isDocumented(entity)
      ? stringifyEntityRef(entity)
      : entity.metadata.annotations?.['backstage.io/techdocs-entity'],
  };
}
