import {
  groupAnswerSchema,
  linkSchema,
  treeNodeSchema,
} from '@squadron/plugin-org-model-common';
import { component, group, indexOf, person } from '../__testUtils__/records';
import { toGroupAnswer, toLinks, toTreeNodes } from './views';

const index = indexOf(
  [
    group('company', { type: 'organization' }),
    group('division-1b', { parent: 'company', lead: 'boss' }),
    group('squad-b-1', {
      parent: 'division-1b',
      mission: 'Compute',
      teamDependencies: [
        { ref: 'system:default/squad-b-2', for: 'disks' },
        { ref: 'squad-z', for: 'nothing' },
      ],
    }),
    group('squad-b-2', { parent: 'division-1b' }),
    group('pod-x', { parent: 'company', type: 'pod' }),
    group('stray', { parent: 'gone' }),
  ],
  [
    person('boss', ['division-1b'], { title: 'The Boss' }),
    person('ann', ['squad-b-1', 'pod-x']),
    person('bob', ['squad-b-1', 'pod-x']),
  ],
  [
    component('one', { owner: 'squad-b-1' }),
    { ...component('s', { owner: 'squad-b-1' }), kind: 'System' },
    { ...component('t', { owner: 'squad-b-2' }), kind: 'System' },
  ],
);

describe('toTreeNodes', () => {
  it('answers the whole tree, parents first, with figures of all below', () => {
    const nodes = toTreeNodes(index, undefined);
    nodes.forEach(node => treeNodeSchema.parse(node));
    expect(nodes.map(({ name, depth }) => [name, depth])).toEqual([
      ['company', 0],
      ['division-1b', 1],
      ['squad-b-1', 2],
      ['squad-b-2', 2],
      ['pod-x', 1],
      ['stray', 0],
    ]);
    expect(nodes[1]).toMatchObject({
      leadTitle: 'The Boss',
      children: 2,
      rollUp: {
        descendants: 2,
        people: { direct: 1, total: 3 },
        systems: { direct: 0, total: 2 },
      },
    });
  });

  it('cuts at a depth but tells of the children', () => {
    const nodes = toTreeNodes(index, 'group:default/company', 1);
    expect(nodes.map(({ name }) => name)).toEqual([
      'company',
      'division-1b',
      'pod-x',
    ]);
    expect(nodes[1].children).toBe(2);
  });

  it('leaves no node with a parent that the answer does not hold', () => {
    const nodes = toTreeNodes(index, 'group:default/division-1b');
    expect(nodes[0]).toMatchObject({ depth: 0, parent: undefined });
    const [stray] = toTreeNodes(index, undefined).slice(-1);
    expect(stray).toMatchObject({ name: 'stray', parent: undefined });
  });
});

describe('toGroupAnswer', () => {
  it('tells all of a group: above, below, lead, dependencies both ways', () => {
    const answer = groupAnswerSchema.parse(
      toGroupAnswer(index, 'group:default/squad-b-1'),
    );
    expect(answer.ancestors.map(({ name }) => name)).toEqual([
      'company',
      'division-1b',
    ]);
    expect(answer.dependsOn).toMatchObject([
      { group: { name: 'squad-b-2' }, for: 'disks' },
    ]);
    const other = toGroupAnswer(index, 'group:default/squad-b-2');
    expect(other.dependencyOf).toMatchObject([
      { group: { name: 'squad-b-1' }, for: 'disks' },
    ]);
    const division = toGroupAnswer(index, 'group:default/division-1b');
    expect(division.leadPerson).toMatchObject({ title: 'The Boss' });
    expect(division.childGroups[0]).toMatchObject({ mission: 'Compute' });
  });
});

describe('lead of a unit', () => {
  const units = indexOf(
    [
      group('squad-b-1', { lead: 'boss', title: 'B-1 Compute' }),
      group('unit-u-1', { parent: 'squad-b-1', type: 'unit' }),
      group('unit-u-2', { parent: 'squad-b-1', type: 'unit', lead: 'ann' }),
      group('squad-b-2', { parent: 'squad-b-1' }),
    ],
    [person('boss', ['squad-b-1'], { title: 'Boss' }), person('ann', [])],
  );

  it('is the lead of its squad in the tree, unless it names one; no other group inherits', () => {
    expect(
      toTreeNodes(units, undefined).map(node => [
        node.name,
        treeNodeSchema.parse(node).leadTitle,
        node.leadThrough,
      ]),
    ).toEqual([
      ['squad-b-1', 'Boss', undefined],
      ['squad-b-2', undefined, undefined],
      ['unit-u-1', 'Boss', 'B-1 Compute'],
      ['unit-u-2', 'ann', undefined],
    ]);
  });

  it('stands in its charter with the squad that it comes through', () => {
    const answer = groupAnswerSchema.parse(
      toGroupAnswer(units, 'group:default/unit-u-1'),
    );
    expect(answer).toMatchObject({
      lead: 'user:default/boss',
      leadPerson: { title: 'Boss' },
      leadThrough: { name: 'squad-b-1', title: 'B-1 Compute' },
    });
  });
});

describe('toLinks', () => {
  it('tells dependencies and how many people a dotted line stands for', () => {
    const links = toLinks(index, undefined).map(link => linkSchema.parse(link));
    expect(links.map(({ kind, text }) => [kind, text])).toEqual([
      ['dependency', 'disks'],
      ['dotted', '2 people'],
    ]);
  });

  it('keeps those that touch the scope on either side', () => {
    expect(toLinks(index, 'group:default/squad-b-2')).toHaveLength(1);
    expect(toLinks(index, 'group:default/pod-x')).toHaveLength(1);
    expect(toLinks(index, 'group:default/division-1b')).toHaveLength(2);
  });
});

describe('OrgIndex', () => {
  it('reports what points nowhere', () => {
    const broken = indexOf(
      [
        group('company', {
          type: 'organization',
          lead: 'ghost',
          teamDependencies: [{ ref: 'squad-z', for: 'x' }],
          cadences: [
            {
              id: 'weekly',
              title: 'Weekly',
              kind: 'meeting',
              every: 'weekly',
              starts: '2026-01-01',
              with: [],
            },
          ],
        }),
        group('stray', { parent: 'gone' }),
      ],
      [person('ann', ['nowhere'])],
    );
    expect(broken.problems.map(({ kind, ref }) => [kind, ref])).toEqual([
      ['unknown-parent', 'group:default/stray'],
      ['unknown-lead', 'group:default/company'],
      ['invalid-charter', 'group:default/company'],
      ['unknown-dependency', 'group:default/company'],
      ['unknown-member-group', 'user:default/ann'],
    ]);
    expect(broken.problems[2].message).toContain('write `every: week`');
  });
});
