import fc from 'fast-check';
import { ownershipSchema } from '@squadron/plugin-org-model-common';
import { component, group, indexOf, person } from '../__testUtils__/records';
import { describeOwnership, tukey } from './ownership';

const refs = (records: { ref: string }[]) =>
  records.map(({ ref }) => ref.split('/')[1]);

const index = indexOf(
  [
    group('company', { type: 'organization', lead: 'ceo' }),
    group('division-a', { parent: 'company', type: 'division', lead: 'ghost' }),
    group('squad-a-1', { parent: 'division-a', lead: 'ann' }),
    group('unit-a-1-u-1', { parent: 'squad-a-1', type: 'unit' }),
    group('squad-a-2', { parent: 'division-a', lifecycle: 'planned' }),
    group('division-b', { parent: 'company', type: 'division', lead: 'ceo' }),
    group('council', {
      parent: 'company',
      type: 'council',
      lead: 'ceo',
      participants: ['the leads'],
    }),
  ],
  [person('ceo', ['company']), person('ann', ['squad-a-1'])],
  [
    component('a', { owner: 'squad-a-1' }),
    component('b', { owner: 'user:default/ann' }),
    component('c', { owner: 'unit-a-1-u-1' }),
    component('d', { owner: 'system:default/squad-a-1' }),
    component('e', { system: 'squad-a-1' }),
    component('f', { owner: 'nobody-at-all' }),
    component('g', { owner: 'division-b' }),
  ],
);

describe('describeOwnership', () => {
  const all = ownershipSchema.parse(describeOwnership(index, []));
  const scoped = describeOwnership(index, ['group:default/division-a']);

  it('finds what has no owner or one that does not exist', () => {
    expect(all.unowned.map(({ ref, reason }) => [ref, reason])).toEqual([
      ['component:default/e', 'no owner'],
      ['component:default/f', 'unknown owner'],
    ]);
  });

  it('finds what is owned by a person in no group', () => {
    const lonely = indexOf(
      [group('a')],
      [person('zoe', [])],
      [component('c', { owner: 'user:default/zoe', system: 'a' })],
    );
    const { unowned, totals } = describeOwnership(lonely, ['group:default/a']);
    expect(unowned).toMatchObject([
      { ref: 'component:default/c', reason: 'owner without a group' },
    ]);
    expect(totals).toMatchObject({ entities: 1, owned: 0 });
  });

  it('looks for an owner in the namespace of what is owned', () => {
    const squad = { ...group('a'), ref: 'group:sales/a' };
    const record = component('c', { owner: 'a' });
    const { totals } = describeOwnership(
      indexOf([squad], [], [record, { ...record, ref: 'component:sales/c' }]),
      [],
    );
    expect(totals).toMatchObject({ entities: 2, owned: 1 });
  });

  it('counts what is unowned for the scope of its System', () => {
    expect(refs(scoped.unowned)).toEqual(['e']);
    expect(scoped.totals).toMatchObject({ entities: 5, owned: 4 });
  });

  it('adds several parts up and measures shares against all of them', () => {
    const parts = ['group:default/division-a', 'group:default/division-b'];
    const { shares, totals, unowned } = describeOwnership(index, parts);
    expect(refs(unowned)).toEqual(['e']);
    expect(totals).toEqual({
      entities: 6,
      owned: 5,
      groups: 3,
      groupsWithLead: 2,
    });
    expect(shares[0]).toMatchObject({ group: { name: 'squad-a-1' }, owned: 4 });
    expect(shares[0].share).toBe(0.8);
  });

  it('asks no lead and nobody of units and planned groups', () => {
    expect(refs(all.noLead)).toEqual(['division-a']);
    expect(refs(all.empty)).toEqual(['division-b']);
    expect(all.totals).toMatchObject({ groups: 5, groupsWithLead: 4 });
  });

  it('shares what is owned among the children of the scope', () => {
    expect(all.shares[0]).toMatchObject({
      group: { name: 'division-a' },
      owned: 4,
      share: 0.8,
      people: 1,
    });
    expect(all.shares.map(({ owned }) => owned)).toEqual([4, 1, 0]);
  });

  it('looks through a group that only holds divisions', () => {
    const { shares } = describeOwnership(
      indexOf(
        [
          group('company', { type: 'organization' }),
          group('infrastructure', { parent: 'company', type: 'group' }),
          group('division-a', { parent: 'infrastructure', type: 'division' }),
          group('division-b', { parent: 'infrastructure', type: 'division' }),
          group('department', { parent: 'company', type: 'department' }),
        ],
        [],
        [component('a', { owner: 'division-b' })],
      ),
      [],
    );
    const names = shares.map(share => share.group.name).sort();
    expect(names).toEqual(['department', 'division-a', 'division-b']);
    expect(shares[0]).toMatchObject({
      group: { name: 'division-b' },
      share: 1,
    });
  });

  it('finds a group that owns far more than others of its type', () => {
    const squads = ['a', 'b', 'c', 'd', 'e'].map(name => group(name));
    const software = ['a', 'b', 'c', 'd', ...Array(9).fill('e')].map(
      (owner, i) => component(`c-${i}`, { owner }),
    );
    const { heavy } = describeOwnership(indexOf(squads, [], software), []);
    expect(heavy).toMatchObject([
      { group: { name: 'e' }, owned: 9, typical: 1 },
    ]);
    const fewer = describeOwnership(
      indexOf(squads, [], software.slice(0, 6)),
      [],
    );
    expect(fewer.heavy).toEqual([]);
  });
});

describe('tukey', () => {
  it('knows the quartiles of a known row', () => {
    expect(tukey([1, 2, 3, 4, 5])).toEqual({ median: 3, fence: 7 });
  });

  it('finds nothing unusual among equals or among few', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 20 }), (value, n) => {
        const { fence } = tukey(Array(n).fill(value));
        expect(value).toBeLessThanOrEqual(fence);
      }),
    );
    expect(tukey([0, 0, 100]).fence).toBe(Infinity);
  });
});
