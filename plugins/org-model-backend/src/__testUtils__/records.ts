import {
  GroupDetail,
  PersonRecord,
  charterSchema,
} from '@squadron/plugin-org-model-common';
import type { OrgContent, SoftwareRecord } from '../domain/entities';
import { OrgIndex } from '../domain/OrgIndex';

/** A group of a test; parent and lead are names. */
export function group(
  name: string,
  fields: Partial<Omit<GroupDetail, 'ref' | 'name'>> = {},
): GroupDetail {
  return {
    ...charterSchema.parse({}),
    type: 'squad',
    title: name,
    ...fields,
    ref: `group:default/${name}`,
    name,
    parent: fields.parent && `group:default/${fields.parent}`,
    lead: fields.lead && `user:default/${fields.lead}`,
  };
}

/** A person of a test, in groups by name. */
export function person(
  name: string,
  groups: string[],
  fields: Partial<PersonRecord> = {},
): PersonRecord {
  return {
    ref: `user:default/${name}`,
    name,
    title: name,
    ...fields,
    memberOf: groups.map(each => `group:default/${each}`),
  };
}

/** A component of a test. */
export function component(
  name: string,
  fields: Partial<SoftwareRecord> = {},
): SoftwareRecord {
  return {
    ref: `component:default/${name}`,
    kind: 'Component',
    title: name,
    ...fields,
  };
}

/** An index of these records. */
export function indexOf(
  groups: GroupDetail[],
  people: PersonRecord[] = [],
  software: SoftwareRecord[] = [],
  more: Partial<OrgContent> = {},
): OrgIndex {
  const content: OrgContent = {
    groups,
    people,
    software,
    templates: [],
    documented: [],
    problems: [],
    ...more,
  };
  return new OrgIndex(content, '2026-01-01T00:00:00.000Z');
}
