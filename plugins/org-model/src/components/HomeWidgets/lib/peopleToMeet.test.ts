import { createGroupTree } from '@squadron/plugin-org-model-react';
import { aNode } from '../../../__testUtils__/groupTree';
import { aPerson } from '../../../__testUtils__/groupAnswer';
import { peopleToMeet } from './peopleToMeet';

const tree = createGroupTree([
  aNode({
    name: 'company',
    title: 'Company',
    lead: 'user:default/ceo',
    leadTitle: 'CEO',
  }),
  aNode({
    name: 'division-1b',
    title: '1B',
    parent: 'group:default/company',
    lead: 'user:default/lead-1b',
    leadTitle: '1B Lead',
  }),
  aNode({
    name: 'squad-b-1',
    title: 'B-1',
    parent: 'group:default/division-1b',
    lead: 'user:default/lead-b-1',
    leadTitle: 'B-1 Lead',
  }),
]);
const home = 'group:default/squad-b-1';

describe('peopleToMeet', () => {
  it("names the lead, the lead's lead and the squad mates, nobody twice", () => {
    const mates = [
      aPerson('engineer-b-1', { role: 'Engineer' }),
      aPerson('lead-b-1', { title: 'B-1 Lead' }),
      aPerson('me'),
    ];
    expect(peopleToMeet({ me: 'user:default/me', home, tree, mates })).toEqual([
      { ref: 'user:default/lead-b-1', title: 'B-1 Lead', why: 'leads B-1' },
      { ref: 'user:default/lead-1b', title: '1B Lead', why: 'leads 1B' },
      {
        ref: 'user:default/engineer-b-1',
        title: 'engineer-b-1',
        why: 'Engineer',
      },
    ]);
  });

  it('goes one lead further up for somebody who leads their home', () => {
    const found = peopleToMeet({
      me: 'user:default/lead-b-1',
      home,
      tree,
      mates: [],
    });
    expect(found.map(({ title }) => title)).toEqual(['1B Lead', 'CEO']);
  });

  it('knows nobody in a group that the tree does not have', () => {
    expect(
      peopleToMeet({
        me: 'user:default/me',
        home: 'group:default/x',
        tree,
        mates: [],
      }),
    ).toEqual([]);
  });
});
