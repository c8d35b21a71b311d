import type { GroupRecord, PersonRecord } from '../snapshot';
import { OrgTree } from '../tree';

export const refOf = (name: string) => `group:default/${name}`;
export const userOf = (name: string) => `user:default/${name}`;

/** A group of a test; parent and lead are names. */
export function group(
  name: string,
  fields: Partial<GroupRecord> = {},
): GroupRecord {
  return {
    ref: refOf(name),
    name,
    type: 'squad',
    title: name.toUpperCase(),
    lifecycle: 'active',
    roles: [],
    onCall: false,
    ...fields,
    parent: fields.parent && refOf(fields.parent),
    lead: fields.lead && userOf(fields.lead),
  };
}

/** A person of a test, in groups by name. */
export function person(name: string, ...groups: string[]): PersonRecord {
  return {
    ref: userOf(name),
    name,
    title: name,
    memberOf: groups.map(refOf),
  };
}

export const treeOf = (groups: GroupRecord[], people: PersonRecord[] = []) =>
  new OrgTree({ at: '2026-01-01T00:00:00Z', groups, people });

export const names = (groups: { name: string }[]) =>
  groups.map(({ name }) => name);
