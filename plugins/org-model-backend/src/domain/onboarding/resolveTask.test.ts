import type { ChecklistTask } from '@squadron/plugin-org-model-node';
import { group, indexOf, person } from '../../__testUtils__/records';
import { resolveTask } from './resolveTask';

const index = indexOf(
  [
    group('company', { type: 'organization', lead: 'ceo' }),
    group('division-1', { type: 'division', parent: 'company', lead: 'boss' }),
    group('squad-a', {
      parent: 'division-1',
      title: 'A',
      lead: 'lead-a',
      teamDependencies: [
        { ref: 'group:default/unit-b-1', for: 'disks' },
        { ref: 'group:default/squad-b', for: 'racks' },
        { ref: 'group:default/squad-c', for: 'nothing' },
        { ref: 'group:default/gone', for: 'luck' },
      ],
    }),
    group('unit-a-1', { type: 'unit', parent: 'squad-a' }),
    group('squad-b', { parent: 'division-1', title: 'B', lead: 'lead-b' }),
    group('unit-b-1', { type: 'unit', parent: 'squad-b', title: 'B1' }),
    group('squad-c', { title: 'C' }),
  ],
  [
    person('ceo', ['company']),
    person('boss', ['division-1']),
    person('lead-a', ['squad-a'], { title: 'Lead, A' }),
    person('lead-b', ['squad-b'], { title: 'Lead, B' }),
    person('fresh', ['squad-a'], { joinedAt: '2026-11-01' }),
    person('old', ['squad-a'], { title: 'Engineer, A' }),
    person('ann', ['squad-a'], { joinedAt: '2026-11-09' }),
    person('una', ['unit-a-1']),
    person('cleo', ['squad-c']),
    person('loner', []),
  ],
  [],
  {
    documented: ['system:default/squad-a', 'component:default/portal'],
    templates: ['template:default/service'],
  },
);

const ask = (name: string, task: ChecklistTask) =>
  resolveTask(task, {
    person: index.tree.person(`user:default/${name}`)!,
    index,
    now: new Date('2026-11-28'),
  });
const whyNot = (...args: Parameters<typeof ask>) => ask(...args).unavailable;
const met = (name: string, whom: string) =>
  ask(name, { kind: 'meet', whom }).people.map(each => [each.title, each.why]);

describe('whom to meet', () => {
  it.each([
    ['ann', [['Lead, A', 'leads A']]],
    ['una', [['Lead, A', 'leads A']]],
    ['lead-a', [['boss', 'leads division-1']]],
  ])('as the lead of %s is the nearest who is somebody else', (name, found) => {
    expect(met(name, 'lead')).toEqual(found);
  });

  it('as teammates begins with those who know their way around', () => {
    expect(met('ann', 'teammate')).toEqual([
      ['Engineer, A', 'Engineer'],
      ['fresh', 'in A'],
    ]);
  });

  it('as those whom the group depends on are their leads, each once', () => {
    expect(met('ann', 'dependency')).toEqual([['Lead, B', 'B1, for disks']]);
  });

  it('may be somebody by name', () => {
    expect(met('ann', 'user:default/lead-b')).toEqual([['Lead, B', 'Lead']]);
    expect(met('ann', 'user:default/boss')).toEqual([
      ['boss', 'in division-1'],
    ]);
  });

  it.each([
    ['cleo', 'lead', 'Nobody else leads C or a group above it yet'],
    ['ceo', 'lead', 'Nobody else leads company or a group above it yet'],
    ['cleo', 'teammate', 'Nobody else is in C yet'],
    ['cleo', 'dependency', 'C depends on no group that somebody leads'],
    ['loner', 'lead', 'Only for members of a group'],
    ['ann', 'user:default/ghost', 'ghost is not in the catalog yet'],
    ['ann', 'user:default/ann', 'It is the same person'],
  ])('says why %s has no %s', (name, whom, reason) => {
    expect(whyNot(name, { kind: 'meet', whom })).toBe(reason);
  });
});

describe('who gives an access', () => {
  it('is a group of the tree', () => {
    const task = { kind: 'access', from: 'group:default/squad-b' } as const;
    expect(ask('ann', task).group).toMatchObject({ title: 'B' });
    expect(whyNot('ann', { ...task, from: 'group:default/gone' })).toBe(
      'gone is not in the catalog yet',
    );
  });
});

describe('a link', () => {
  const linkOf = (name: string, link: string) => {
    const { link: to, unavailable } = ask(name, { kind: 'read', link });
    return to ?? unavailable;
  };

  it.each([
    ['ann', 'group-page', '/catalog/default/group/squad-a'],
    ['una', 'group-page', '/catalog/default/group/squad-a'],
    ['ann', 'group-docs', '/docs/default/system/squad-a/'],
    ['una', 'group-docs', '/docs/default/system/squad-a/'],
    ['lead-b', 'group-docs', 'B has no docs yet'],
    ['loner', 'group-docs', 'Only for members of a group'],
    [
      'ann',
      '/docs/default/component/portal/a/#b',
      '/docs/default/component/portal/a/#b',
    ],
    [
      'ann',
      '/docs/default/component/other/a/',
      'These docs are not in the portal yet',
    ],
    ['ann', '/docs', '/docs'],
    ['ann', '/create', '/create'],
    [
      'ann',
      '/create/templates/default/service',
      '/create/templates/default/service',
    ],
    [
      'ann',
      '/create/templates/default/library',
      'The portal has no such golden path yet',
    ],
    ['ann', '/created', '/created'],
    ['ann', 'https://tickets.example', 'https://tickets.example'],
  ])('of %s to %s is %s', (name, link, expected) => {
    expect(linkOf(name, link)).toBe(expected);
  });

  it('to golden paths waits for the first one', () => {
    const bare = indexOf([group('a')], [person('ann', ['a'])]);
    const { unavailable } = resolveTask(
      { kind: 'create', link: '/create' },
      {
        person: bare.tree.person('user:default/ann')!,
        index: bare,
        now: new Date(),
      },
    );
    expect(unavailable).toBe('The portal has no such golden path yet');
  });
});
