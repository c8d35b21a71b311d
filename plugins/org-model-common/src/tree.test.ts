import {
  group,
  names,
  person,
  refOf,
  userOf,
  treeOf,
} from './__testUtils__/records';

const company = treeOf(
  [
    group('company', { type: 'organization', lead: 'ceo' }),
    group('division-1b', { parent: 'company', lead: 'lead-1b' }),
    group('squad-b-10', { parent: 'division-1b' }),
    group('squad-b-2', { parent: 'division-1b', lead: 'lead-b-2' }),
    group('unit-b-2-u-1', { parent: 'squad-b-2', type: 'unit' }),
    group('board', { parent: 'company', type: 'executive-team' }),
    group('pod-x', { parent: 'company' }),
  ],
  [
    person('ceo', 'board'),
    person('lead-1b', 'division-1b'),
    person('lead-b-2', 'squad-b-2'),
    person('ann', 'squad-b-2', 'pod-x', 'unit-b-2-u-1'),
  ],
);

describe('OrgTree', () => {
  it.each([
    'squad-b-2',
    'group:default/squad-b-2',
    'Group:default/squad-b-2',
    'system:default/squad-b-2',
    'domain:default/squad-b-2',
  ])('finds the group that %s stands for', text => {
    expect(company.resolve(text)).toBe('group:default/squad-b-2');
  });

  it.each(['squad-b-3', 'user:default/squad-b-2', 'group:other/squad-b-2', ''])(
    'finds nothing for "%s"',
    text => {
      expect(company.resolve(text)).toBeUndefined();
      expect(company.get(text)).toBeUndefined();
      expect(company.descendants(text)).toEqual([]);
      expect(company.members(text, { recursive: true })).toEqual([]);
    },
  );

  it('lists parents before children and numbers in their natural order', () => {
    expect(names(company.descendants('division-1b'))).toEqual([
      'squad-b-2',
      'unit-b-2-u-1',
      'squad-b-10',
    ]);
    expect(names(company.subtree('division-1b', 1))).toEqual([
      'division-1b',
      'squad-b-2',
      'squad-b-10',
    ]);
  });

  it('knows the way up', () => {
    expect(names(company.ancestors('unit-b-2-u-1'))).toEqual([
      'squad-b-2',
      'division-1b',
      'company',
    ]);
    expect(names(company.path('squad-b-2'))).toEqual([
      'company',
      'division-1b',
      'squad-b-2',
    ]);
    expect(company.depth('unit-b-2-u-1')).toBe(3);
  });

  it('asks the next lead up, never the requester', () => {
    expect(names(company.leads('unit-b-2-u-1'))).toEqual([
      'lead-b-2',
      'lead-1b',
      'ceo',
    ]);
    const [next] = company.leads('squad-b-2', userOf('lead-b-2'));
    expect(next.name).toBe('lead-1b');
    expect(company.leads('company', userOf('ceo'))).toEqual([]);
  });

  it('passes over a lead whom nobody knows', () => {
    const tree = treeOf(
      [
        group('a', { lead: 'boss' }),
        group('b', { parent: 'a', lead: 'ghost' }),
      ],
      [person('boss', 'a')],
    );
    expect(names(tree.leads('b'))).toEqual(['boss']);
  });

  it('counts each person once, at home and above', () => {
    const counts = company.peopleCounts();
    expect(counts.get(refOf('unit-b-2-u-1'))).toEqual({ direct: 0, total: 1 });
    expect(counts.get(refOf('squad-b-2'))).toEqual({ direct: 2, total: 2 });
    expect(counts.get(refOf('pod-x'))).toEqual({ direct: 0, total: 1 });
    expect(counts.get(refOf('company'))).toEqual({ direct: 0, total: 4 });
    expect(names(company.members('squad-b-2', { recursive: true }))).toEqual([
      'lead-b-2',
      'ann',
    ]);
  });

  it('knows what a person may act for', () => {
    const within = (name: string) =>
      [...company.withinGroups(userOf(name))].map(ref => ref.split('/')[1]);
    expect(within('ann').sort()).toEqual([
      'pod-x',
      'squad-b-2',
      'unit-b-2-u-1',
    ]);
    expect(within('lead-1b').sort()).toEqual([
      'division-1b',
      'squad-b-10',
      'squad-b-2',
      'unit-b-2-u-1',
    ]);
    expect(within('ceo')).toHaveLength(7);
    expect(within('stranger')).toEqual([]);
  });

  it.each([
    [
      'an unknown parent',
      [group('a'), group('b', { parent: 'x' })],
      'unknown-parent',
      'b',
    ],
    [
      'a second top',
      [group('a'), group('a-1', { parent: 'a' }), group('b')],
      'no-parent',
      'b',
    ],
    [
      'the same ref twice',
      [group('a'), group('a', { title: 'other' })],
      'duplicate',
      'a',
    ],
    ['itself as parent', [group('a', { parent: 'a' })], 'cycle', 'a'],
    [
      'a cycle',
      [group('a'), group('c', { parent: 'b' }), group('b', { parent: 'c' })],
      'cycle',
      'b',
    ],
  ])('survives %s and says so', (_, groups, kind, name) => {
    const tree = treeOf(groups);
    expect(tree.problems).toMatchObject([{ kind, ref: refOf(name) }]);
    expect(tree.groups()).toHaveLength(new Set(names(groups)).size);
  });

  it('puts the organization first, whatever hangs loose', () => {
    const tree = treeOf([
      group('a'),
      group('a-1', { parent: 'a' }),
      group('z', { type: 'organization' }),
    ]);
    expect(tree.roots).toEqual([refOf('z'), refOf('a')]);
    expect(tree.groups()[0].name).toBe('z');
  });

  it('holds a chain of 10,000 groups', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) =>
      group(`g-${i}`, { parent: i > 0 ? `g-${i - 1}` : undefined }),
    );
    const tree = treeOf(chain);
    expect(tree.ancestors('g-9999')).toHaveLength(9_999);
    expect(tree.rollUp(() => 1).get(refOf('g-0'))).toBe(10_000);
  });
});
