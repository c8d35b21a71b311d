import { OrgTree } from '@squadron/plugin-org-model-common';
import fc from 'fast-check';
import { group, person } from '../__testUtils__/records';
import { approversOf, decidableBy } from './approvers';

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization', lead: 'ceo' }),
    group('board', { type: 'executive-team', parent: 'company' }),
    group('division', { type: 'division', parent: 'company', lead: 'dora' }),
    group('squad', { parent: 'division', lead: 'sam' }),
    group('unit', { type: 'unit', parent: 'squad' }),
    group('twin', { parent: 'division', lead: 'dora' }),
  ],
  people: [
    person('ceo', ['board']),
    person('cfo', ['board']),
    person('dora', ['division']),
    person('sam', ['squad']),
    person('eve', ['squad']),
  ],
});
const names = (of: string, requester: string) =>
  approversOf(tree, `group:default/${of}`, `user:default/${requester}`).map(
    ({ name }) => name,
  );

describe('approversOf', () => {
  it.each([
    ['squad', 'eve', ['dora', 'ceo']],
    ['squad', 'sam', ['dora', 'ceo']],
    ['unit', 'eve', ['sam', 'dora', 'ceo']],
    ['unit', 'sam', ['dora', 'ceo']],
    ['squad', 'dora', ['ceo']],
    ['twin', 'dora', ['ceo']],
    ['twin', 'eve', ['dora', 'ceo']],
    ['division', 'dora', ['ceo']],
    ['division', 'ceo', ['cfo']],
    ['company', 'eve', ['ceo', 'cfo']],
    ['gone', 'ceo', ['cfo']],
  ])('of %s for %s are %j', (of, requester, expected) => {
    expect(names(of, requester)).toEqual(expected);
  });
});

describe('decidableBy', () => {
  const groups = tree.groups().map(({ ref }) => ref);
  const people = [...tree.people()].map(({ ref }) => ref);

  it('finds exactly the requests of which the person is an approver', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...groups),
        fc.constantFrom(...people),
        fc.constantFrom(...people),
        (of, requester, caller) => {
          const { groups: any, unless } = decidableBy(tree, caller);
          const found =
            requester !== caller &&
            (any.includes(of) || unless.get(requester)?.includes(of) === true);
          const named = approversOf(tree, of, requester).map(({ ref }) => ref);
          expect(found).toBe(named.includes(caller));
        },
      ),
    );
  });
});
