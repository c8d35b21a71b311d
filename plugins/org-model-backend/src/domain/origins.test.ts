import type { Entity } from '@backstage/catalog-model';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { CatalogContent, readContent } from './entities';

const definitions = 'org-model:default';
const repository = 'url:https://git.example/lead/squad.yaml';

function entity(kind: string, name: string, origin: string, spec: object) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: { 'backstage.io/managed-by-origin-location': origin },
    },
    spec: { ...spec },
  };
}
const group = (name: string, spec: object, origin = definitions): Entity =>
  entity('Group', name, origin, { type: 'squad', ...spec });
const user = (name: string, memberOf: string[], origin = definitions): Entity =>
  entity('User', name, origin, { memberOf });

const company = [
  group('company', { type: 'organization', lead: 'ceo' }),
  group('board', { type: 'executive-team', parent: 'company' }),
  group('squad-a', { parent: 'company', lead: 'ann' }),
];
const people = [
  user('ceo', ['board']),
  user('ann', ['squad-a']),
  user('bob', ['squad-a']),
];

function read(groups: Entity[], users: Entity[] = []) {
  const content: CatalogContent = {
    groups: [...company, ...groups],
    users: [...people, ...users],
    software: [],
  };
  const { problems, ...rest } = readContent(content);
  const tree = new OrgTree({ at: '2026-01-01T00:00:00Z', ...rest });
  return { tree, problems };
}
const userRef = (name: string) => `user:default/${name}`;
const names = (records: { name: string }[]) => records.map(({ name }) => name);

describe('what comes from a registered Location', () => {
  it('brings in a squad with its parent, lead and charter', () => {
    const { tree, problems } = read([
      group('squad-new', { parent: 'squad-a', lead: 'ann' }, repository),
    ]);
    expect(problems).toEqual([]);
    expect(tree.parent('squad-new')?.name).toBe('squad-a');
    expect(tree.withinGroups(userRef('ann'))).toContain(
      'group:default/squad-new',
    );
  });

  it.each(['executive-team', 'organization'])(
    'is no group of type %s',
    type => {
      const { tree, problems } = read(
        [
          group(
            'coup',
            { type, parent: 'squad-a', members: ['ann'] },
            repository,
          ),
        ],
        [user('eve', ['coup'], repository)],
      );
      expect(tree.get('coup')?.type).toBe('team');
      expect(tree.isExecutive(userRef('ann'))).toBe(false);
      expect(tree.isExecutive(userRef('eve'))).toBe(false);
      expect(tree.roots[0]).toBe('group:default/company');
      expect(problems).toMatchObject([
        { ref: 'group:default/coup', kind: 'untrusted' },
        { ref: 'group:default/coup', kind: 'untrusted' },
      ]);
    },
  );

  it('puts nobody into a group by `members`', () => {
    const { tree, problems } = read([
      group('squad-new', { parent: 'company', members: ['ann'] }, repository),
    ]);
    expect(names(tree.groupsOf(userRef('ann')))).toEqual(['squad-a']);
    expect(problems).toMatchObject([{ kind: 'untrusted' }]);
  });

  it('has people that are in no group of another origin and lead none', () => {
    const { tree, problems } = read(
      [
        group('squad-b', { parent: 'company', lead: 'eve' }),
        group('squad-new', { parent: 'company', lead: 'eve' }, repository),
      ],
      [user('eve', ['board', 'squad-new'], repository)],
    );
    expect(names(tree.groupsOf(userRef('eve')))).toEqual(['squad-new']);
    expect([...tree.withinGroups(userRef('eve'))]).toEqual([
      'group:default/squad-new',
    ]);
    expect(problems.map(({ ref, kind }) => [ref, kind])).toEqual([
      ['group:default/squad-b', 'untrusted'],
      ['user:default/eve', 'untrusted'],
    ]);
  });

  it('adopts nothing of another origin by `children`', () => {
    const { tree, problems } = read([
      group('top', { lead: 'bob', children: ['company'] }, repository),
      group('squad-b', {}),
      group('side', { lead: 'bob', children: ['squad-b'] }, repository),
    ]);
    expect(tree.parent('company')).toBeUndefined();
    expect(tree.parent('squad-b')).toBeUndefined();
    expect(tree.withinGroups(userRef('bob'))).not.toContain(
      'group:default/company',
    );
    expect(problems).toMatchObject([
      { ref: 'group:default/top', kind: 'untrusted' },
      { ref: 'group:default/side', kind: 'untrusted' },
    ]);
  });

  it('adopts its own by `children`', () => {
    const { tree, problems } = read([
      group('top', { parent: 'squad-a', children: ['sub'] }, repository),
      group('sub', {}, repository),
    ]);
    expect(tree.parent('sub')?.name).toBe('top');
    expect(problems).toEqual([]);
  });
});

it('never hangs an organization below a group by `children`', () => {
  const { tree, problems } = read([group('top', { children: ['company'] })]);
  expect(tree.parent('company')).toBeUndefined();
  expect(problems).toMatchObject([{ kind: 'untrusted' }]);
});

it('keeps quiet about children that name the group as their parent', () => {
  const { problems } = read([
    group('squad-new', { parent: 'squad-a', children: ['sub'] }),
    group('sub', { parent: 'squad-new' }, repository),
  ]);
  expect(problems).toEqual([]);
});
