import {
  Entity,
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import {
  inheritedRoles,
  isNewHire,
  PortalRole as GroupRole,
  portalRoles as groupRoles,
  RELATION_LEADER_OF,
} from '@squadron/plugin-org-model-common';

/** Someone whom the sign-in page offers. Nothing private: it is answered without a session. */
export interface Persona {
  /** The name to sign in with. */
  name: string;
  title: string;
  /** The role held, in words. */
  role?: string;
  /** Title of the home group. */
  squad?: string;
  /** Type of the home group, such as `division` or `squad`. */
  level?: string;
  /** What the person is in the portal. */
  portalRole: PortalRole;
}

const portalRoles = ['manager', 'sre', 'engineer', 'new-hire'] as const;
type PortalRole = (typeof portalRoles)[number];

export interface PersonaPage {
  items: Persona[];
  total: number;
  nextOffset?: number;
  /** One person of each portal role, so that a newcomer sees what the portal offers each. */
  suggested: Persona[];
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}

function profileName(entity: Entity): string | undefined {
  const profile = entity.spec?.profile;
  return profile && typeof profile === 'object' && !Array.isArray(profile)
    ? text(profile.displayName)
    : undefined;
}

function titleOf(entity: Entity): string {
  return profileName(entity) ?? entity.metadata.title ?? entity.metadata.name;
}

function targets(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(each => each.type === relation)
    .map(each => each.targetRef);
}

/** A reference that a spec tells, which may leave out what can be told from the entity. */
function groupRef(entity: Entity, value: JsonValue | undefined) {
  const written = text(value);
  if (!written) return undefined;
  const defaultNamespace = entity.metadata.namespace;
  const defaults = { defaultKind: 'Group', defaultNamespace };
  return stringifyEntityRef(parseEntityRef(written, defaults));
}

/** The groups that somebody is in, home first; the catalog sorts them by name. */
function groupsOf(user: Entity, byRef: ReadonlyMap<string, Entity>): Entity[] {
  const home = groupRef(user, user.spec?.home);
  const refs = targets(user, RELATION_MEMBER_OF);
  return [
    ...refs.filter(ref => ref === home),
    ...refs.filter(ref => ref !== home),
  ].flatMap(ref => byRef.get(ref) ?? []);
}

/** The group and those above it, nearest first. */
function lineOf(group: Entity, byRef: ReadonlyMap<string, Entity>): Entity[] {
  const line = new Set<Entity>();
  let at: Entity | undefined = group;
  while (at && !line.has(at)) {
    line.add(at);
    at = byRef.get(groupRef(at, at.spec?.parent) ?? '');
  }
  return [...line];
}

function rolesIn({ spec }: Entity): GroupRole[] {
  const written = Array.isArray(spec?.roles) ? spec.roles : [];
  return groupRoles.filter(role => written.includes(role));
}

function portalRoleOf(user: Entity, lines: Entity[][], now: Date): PortalRole {
  if (isNewHire(text(user.spec?.joinedAt), now)) {
    return 'new-hire';
  }
  if (targets(user, RELATION_LEADER_OF).length > 0) {
    return 'manager';
  }
  const roles = lines.flatMap(line =>
    inheritedRoles(line.map(group => ({ roles: rolesIn(group) }))),
  );
  return (
    portalRoles.find(role => role !== 'new-hire' && roles.includes(role)) ??
    'engineer'
  );
}

/** Makes the list of people from the catalog's Users and Groups, in the order of their titles. */
export function toPersonas(
  users: Entity[],
  groups: Entity[],
  now: Date,
): Persona[] {
  const byRef = new Map(
    groups.map(group => [stringifyEntityRef(group), group]),
  );
  return users
    .map(user => {
      const own = groupsOf(user, byRef);
      const home = own.at(0);
      const lines = own.map(group => lineOf(group, byRef));
      return {
        name: user.metadata.name,
        title: titleOf(user),
        role: text(user.spec?.role),
        squad: home && titleOf(home),
        level: text(home?.spec?.type),
        portalRole: portalRoleOf(user, lines, now),
      };
    })
    .sort(
      (a, b) => a.title.localeCompare(b.title) || a.name.localeCompare(b.name),
    );
}

/** A manager of a division has more to see than one of a unit; others are at home in a squad. */
function exampleOf(personas: Persona[], role: PortalRole): Persona | undefined {
  const candidates = personas.filter(each => each.portalRole === role);
  const level = role === 'manager' ? 'division' : 'squad';
  return candidates.find(each => each.level === level) ?? candidates.at(0);
}

/** The people named, or an example of each portal role when nobody is. */
function suggest(personas: Persona[], names: readonly string[]): Persona[] {
  if (names.length === 0) {
    return portalRoles.flatMap(role => exampleOf(personas, role) ?? []);
  }
  return names.flatMap(
    name => personas.find(persona => persona.name === name) ?? [],
  );
}

/** People in whose fields every word of the query occurs, a page at a time. */
export function searchPersonas(
  personas: Persona[],
  query: { q?: string; limit: number; offset: number },
  suggested: readonly string[] = [],
): PersonaPage {
  const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = personas.filter(persona => {
    const haystack =
      `${persona.title} ${persona.role ?? ''} ${persona.squad ?? ''} ${persona.name}`.toLowerCase();
    return words.every(word => haystack.includes(word));
  });
  const end = query.offset + query.limit;
  return {
    items: found.slice(query.offset, end),
    total: found.length,
    ...(end < found.length && { nextOffset: end }),
    suggested: suggest(personas, suggested),
  };
}
