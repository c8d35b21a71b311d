import type {
  GroupRecord,
  PersonRecord,
} from '@squadron/plugin-org-model-common';

/** A group of a test; parent and lead are names. */
export function group(
  name: string,
  fields: Partial<Omit<GroupRecord, 'ref' | 'name'>> = {},
): GroupRecord {
  return {
    type: 'squad',
    title: name,
    lifecycle: 'active',
    roles: [],
    onCall: false,
    ...fields,
    ref: `group:default/${name}`,
    name,
    parent: fields.parent && `group:default/${fields.parent}`,
    lead: fields.lead && `user:default/${fields.lead}`,
  };
}

/** A person of a test, in groups by name. */
export function person(name: string, groups: string[]): PersonRecord {
  return {
    ref: `user:default/${name}`,
    name,
    title: name,
    memberOf: groups.map(each => `group:default/${each}`),
  };
}
