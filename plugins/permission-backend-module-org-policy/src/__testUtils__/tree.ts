import { OrgTree } from '@squadron/plugin-org-model-common';

const group = (name: string, type: string, parent?: string, lead?: string) => ({
  ref: `group:default/${name}`,
  name,
  type,
  title: name,
  parent: parent && `group:default/${parent}`,
  lead: lead && `user:default/${lead}`,
  lifecycle: 'active' as const,
  roles: [],
  onCall: false,
});
const person = (name: string, ...groups: string[]) => ({
  ref: `user:default/${name}`,
  name,
  title: name,
  memberOf: groups.map(each => `group:default/${each}`),
});

/** A company of two divisions, with a board. */
export const tree = new OrgTree({
  at: '2026-01-01T00:00:00Z',
  groups: [
    group('company', 'organization'),
    group('board', 'executive-team', 'company'),
    group('division-1b', 'division', 'company', 'lead-1b'),
    group('squad-b-1', 'squad', 'division-1b', 'lead-b-1'),
    group('unit-b-1-u-1', 'unit', 'squad-b-1'),
    group('squad-b-2', 'squad', 'division-1b', 'lead-b-2'),
    group('division-1c', 'division', 'company', 'lead-1c'),
  ],
  people: [
    person('ciso', 'board'),
    person('lead-1b', 'division-1b'),
    person('lead-b-1', 'squad-b-1'),
    person('lead-1c', 'division-1c'),
    person('engineer-b-1', 'squad-b-1'),
    person('loner'),
  ],
});
