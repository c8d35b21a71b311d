import fc from 'fast-check';
import { group, indexOf, person } from '../../__testUtils__/records';
import { newPeopleOf } from './newPeople';

const index = indexOf(
  [
    group('company', { type: 'organization', lead: 'ceo' }),
    group('board', { type: 'executive-team', parent: 'company' }),
    group('division-1', { type: 'division', parent: 'company', lead: 'boss' }),
    group('squad-a', { parent: 'division-1', lead: 'lead-a' }),
    group('unit-a-1', { type: 'unit', parent: 'squad-a' }),
    group('squad-b', { parent: 'division-1', lead: 'lead-b' }),
    group('council', { parent: 'company', lead: 'chair' }),
  ],
  [
    person('ceo', ['company']),
    person('cfo', ['board']),
    person('boss', ['division-1']),
    person('chair', ['squad-b']),
    person('lead-a', ['squad-a'], { joinedAt: '2026-11-20' }),
    person('lead-b', ['squad-b']),
    person('ann', ['squad-a', 'council'], { joinedAt: '2026-11-09' }),
    person('una', ['unit-a-1'], { joinedAt: '2026-10-01' }),
    person('bob', ['squad-b', 'squad-a'], { joinedAt: '2026-11-09' }),
    person('past', ['squad-a'], { joinedAt: '2026-08-29' }),
    person('loner', [], { joinedAt: '2026-11-01' }),
  ],
);
const now = new Date('2026-11-28T12:00:00Z');
const seenBy = (name: string) =>
  newPeopleOf(index, `user:default/${name}`, now).map(each => each.name);

describe('newPeopleOf', () => {
  it.each([
    [
      'a lead, of the group and below, but not themselves',
      'lead-a',
      ['ann', 'una'],
    ],
    [
      'the lead above, of the whole subtree',
      'boss',
      ['lead-a', 'ann', 'bob', 'una'],
    ],
    ['another lead, without dotted lines', 'lead-b', ['bob']],
    ['a chair, not of those with a dotted line', 'chair', []],
    ['somebody who leads nothing', 'ann', []],
    ['somebody whom the tree does not know', 'ghost', []],
    [
      'an executive, of everybody',
      'cfo',
      ['lead-a', 'ann', 'bob', 'loner', 'una'],
    ],
  ])('shows %s, newest first', (_, reader, names) => {
    expect(seenBy(reader)).toEqual(names);
  });

  it('shows nobody to a lead from whose subtree they do not come', () => {
    const readers = [...index.tree.people()].filter(
      ({ ref }) => !index.tree.isExecutive(ref),
    );
    fc.assert(
      fc.property(fc.constantFrom(...readers), ({ ref }) => {
        for (const found of newPeopleOf(index, ref, now)) {
          const home = index.tree.homeOf(found.ref)!;
          const leads = index.tree.leads(home.ref).map(each => each.ref);
          expect(leads).toContain(ref);
        }
      }),
    );
  });
});
