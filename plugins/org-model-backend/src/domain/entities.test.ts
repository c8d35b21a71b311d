import type { Entity } from '@backstage/catalog-model';
import { CatalogContent, readContent } from './entities';

const entity = (
  kind: string,
  name: string,
  spec: object = {},
  metadata: object = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, ...metadata },
  spec: { ...spec },
});

const read = (content: Partial<CatalogContent>) =>
  readContent({ groups: [], users: [], software: [], ...content });

describe('readContent', () => {
  it('reads a group with its charter, refs made whole', () => {
    const { groups, problems } = read({
      groups: [
        entity(
          'Group',
          'squad-b-1',
          {
            type: 'squad',
            parent: 'division-1b',
            lead: 'lead-b-1',
            code: 'B-1',
            responsibilities: ['Runs compute'],
            lifecycle: 'forming',
          },
          { title: 'B-1 Compute' },
        ),
      ],
    });
    expect(problems).toEqual([]);
    expect(groups).toMatchObject([
      {
        ref: 'group:default/squad-b-1',
        title: 'B-1 Compute',
        parent: 'group:default/division-1b',
        lead: 'user:default/lead-b-1',
        responsibilities: ['Runs compute'],
        lifecycle: 'forming',
        outputs: [],
      },
    ]);
  });

  it('reads plain Backstage YAML, where a group names its children and members', () => {
    const { groups, people } = read({
      groups: [
        entity('Group', 'a', {
          type: 'team',
          children: ['b'],
          members: ['ann'],
          profile: { displayName: 'Team A' },
        }),
        entity('Group', 'b', { type: 'team', children: [] }),
      ],
      users: [entity('User', 'ann', { memberOf: ['b'] })],
    });
    expect(groups[0].title).toBe('Team A');
    expect(groups[1].parent).toBe('group:default/a');
    expect(people[0].memberOf).toEqual(['group:default/b', 'group:default/a']);
  });

  it('leaves out the field that is wrong, keeps the rest and says so', () => {
    const { groups, problems } = read({
      groups: [
        entity('Group', 'a', {
          type: 'team',
          mission: 'Serve',
          kpis: [{ id: 'Not A Name', text: 'x' }],
          lifecycle: 'dead',
        }),
      ],
    });
    expect(groups[0]).toMatchObject({
      mission: 'Serve',
      kpis: [],
      lifecycle: 'active',
    });
    expect(problems.map(({ kind }) => kind)).toEqual([
      'invalid-charter',
      'invalid-charter',
    ]);
    expect(problems[0].message).toContain('`spec.kpis.0.id` is left out');
  });

  it('reads people and software', () => {
    const { people, software } = read({
      users: [
        entity('User', 'ann', {
          profile: { displayName: 'Ann' },
          memberOf: ['squad-b-1'],
          role: 'SRE',
          joinedAt: '2026-01-01',
        }),
      ],
      software: [
        entity('Component', 'c', { owner: 'a', type: 'service', system: 's' }),
        entity('System', 's'),
      ],
    });
    expect(people).toEqual([
      {
        ref: 'user:default/ann',
        name: 'ann',
        title: 'Ann',
        role: 'SRE',
        memberOf: ['group:default/squad-b-1'],
        joinedAt: '2026-01-01',
      },
    ]);
    expect(software.map(({ ref, owner }) => [ref, owner])).toEqual([
      ['component:default/c', 'a'],
      ['system:default/s', undefined],
    ]);
  });

  it('puts the home group first, which the catalog sorts among the others', () => {
    const { people } = read({
      users: [
        entity('User', 'ann', { memberOf: ['a', 'z'], home: 'z' }),
        entity('User', 'bob', { memberOf: ['a'], home: 'elsewhere' }),
      ],
    });
    expect(people.map(({ memberOf }) => memberOf)).toEqual([
      ['group:default/z', 'group:default/a'],
      ['group:default/a'],
    ]);
  });

  it('reads references without a namespace in that of the entity', () => {
    const inSales = { namespace: 'sales' };
    const { groups, people } = read({
      groups: [
        entity('Group', 'top', { children: ['a'], members: ['bob'] }, inSales),
        entity('Group', 'a', {}, inSales),
        entity(
          'Group',
          'b',
          {
            parent: 'a',
            lead: 'ann',
            teamDependencies: [{ ref: 'top', for: 'leads' }],
          },
          inSales,
        ),
      ],
      users: [
        entity(
          'User',
          'ann',
          { memberOf: ['a', 'group:default/x', 'b'], home: 'b' },
          inSales,
        ),
        entity('User', 'bob', {}, inSales),
      ],
    });
    expect(groups).toMatchObject([
      { ref: 'group:sales/a', parent: 'group:sales/top' },
      {
        parent: 'group:sales/a',
        lead: 'user:sales/ann',
        teamDependencies: [{ ref: 'group:sales/top' }],
      },
      { ref: 'group:sales/top' },
    ]);
    expect(people.map(({ memberOf }) => memberOf)).toEqual([
      ['group:sales/b', 'group:sales/a', 'group:default/x'],
      ['group:sales/top'],
    ]);
  });

  it('tells golden paths from software, and what has docs of its own', () => {
    const docs = {
      annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
    };
    const { software, templates, documented } = read({
      groups: [entity('Group', 'a', {}, docs)],
      software: [
        entity('Template', 'service'),
        entity('System', 's', {}, docs),
        entity('System', 'bare'),
      ],
    });
    expect(software.map(({ ref }) => ref)).toEqual([
      'system:default/bare',
      'system:default/s',
    ]);
    expect(templates).toEqual(['template:default/service']);
    expect(documented).toEqual(['group:default/a', 'system:default/s']);
  });

  it('does not depend on the order in which the catalog answers', () => {
    const groups = ['b', 'a', 'c'].map(name => entity('Group', name));
    expect(read({ groups: [...groups].reverse() })).toEqual(read({ groups }));
  });
});
