import { OrgTree } from '@squadron/plugin-org-model-common';

/** A company with some groups. */
export const tree = new OrgTree({
  at: '',
  groups: ['company', 'squad-b-1', 'squad-c-1', 'unit-c-5-u-re1'].map(name => ({
    ref: `group:default/${name}`,
    name,
    title: name,
    type: 'squad',
    parent: name === 'company' ? undefined : 'group:default/company',
    lifecycle: 'active',
    roles: [],
    onCall: false,
  })),
  people: [],
});
