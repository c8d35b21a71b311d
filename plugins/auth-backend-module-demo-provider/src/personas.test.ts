import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { Persona, searchPersonas, toPersonas } from './personas';

const now = new Date('2026-11-20T12:00:00Z');

function group(name: string, title: string, roles: string[] = []): Entity {
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Group',
    metadata: { name, title },
    spec: { type: 'squad', children: [], roles },
  };
}

function user(
  name: string,
  options: {
    title?: string;
    memberOf?: string[];
    leads?: string[];
    spec?: Entity['spec'];
  } = {},
): Entity {
  const relations = [
    ...(options.memberOf ?? []).map(each => ['memberOf', each]),
    ...(options.leads ?? []).map(each => ['leaderOf', each]),
  ].map(([type, each]) => ({ type, targetRef: `group:default/${each}` }));
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'User',
    metadata: { name, title: options.title },
    spec: { memberOf: [], ...options.spec },
    relations,
  };
}

const groups = [
  group('squad-b-1', 'B-1 Compute Platform', ['engineer', 'sre']),
  group('squad-d-1', 'D-1 Delivery', ['engineer']),
];

describe('toPersonas', () => {
  it('takes title, role and squad from the entities', () => {
    const [persona] = toPersonas(
      [
        user('engineer-b-1', {
          title: 'B-1 engineer',
          memberOf: ['squad-b-1'],
          spec: { role: 'Platform engineer' },
        }),
      ],
      groups,
      now,
    );
    expect(persona).toEqual({
      name: 'engineer-b-1',
      title: 'B-1 engineer',
      role: 'Platform engineer',
      squad: 'B-1 Compute Platform',
      level: 'squad',
      portalRole: 'sre',
    });
  });

  it('keeps somebody without a group, whose name stands for the title', () => {
    expect(toPersonas([user('guest')], groups, now)).toEqual([
      { name: 'guest', title: 'guest', portalRole: 'engineer' },
    ]);
  });

  it('says the home, not the group that comes first by name', () => {
    const spec = { home: 'group:default/squad-d-1' };
    const memberOf = ['squad-b-1', 'squad-d-1'];
    const [persona] = toPersonas([user('x', { memberOf, spec })], groups, now);
    expect(persona.squad).toBe('D-1 Delivery');
  });

  it('takes what a silent group does not say from the groups above', () => {
    const below = (name: string, parent: string): Entity => ({
      ...group(name, name),
      spec: { type: 'unit', children: [], parent },
    });
    const [persona] = toPersonas(
      [user('x', { memberOf: ['unit-b'] })],
      [
        ...groups,
        below('unit-b', 'team-b'),
        below('team-b', 'group:default/squad-b-1'),
      ],
      now,
    );
    expect(persona).toMatchObject({ squad: 'unit-b', portalRole: 'sre' });
  });

  it('does not go round for ever when groups lie in a circle', () => {
    const circle = group('circle', 'Circle');
    circle.spec = { ...circle.spec, parent: 'circle' };
    const people = [user('x', { memberOf: ['circle'] })];
    expect(toPersonas(people, [circle], now)).toMatchObject([
      { portalRole: 'engineer' },
    ]);
  });

  it.each([
    ['a lead', { leads: ['squad-b-1'], memberOf: ['squad-b-1'] }, 'manager'],
    [
      'a member of a squad that builds',
      { memberOf: ['squad-d-1'] },
      'engineer',
    ],
    ['a member of a squad on call', { memberOf: ['squad-b-1'] }, 'sre'],
    [
      'somebody who joined 90 days ago',
      { memberOf: ['squad-d-1'], spec: { joinedAt: '2026-08-23' } },
      'new-hire',
    ],
    [
      'somebody who joined 92 days ago',
      { memberOf: ['squad-d-1'], spec: { joinedAt: '2026-08-20' } },
      'engineer',
    ],
    [
      'somebody who joins next month',
      { memberOf: ['squad-d-1'], spec: { joinedAt: '2026-12-20' } },
      'engineer',
    ],
  ])('sees in %s', (_, options, expected) => {
    const [persona] = toPersonas([user('x', options)], groups, now);
    expect(persona.portalRole).toBe(expected);
  });
});

describe('searchPersonas', () => {
  const people: Persona[] = [
    { name: 'a', title: 'Ada', squad: 'B-1 Compute', portalRole: 'sre' },
    { name: 'b', title: 'Ben', squad: 'B-10 Edge', portalRole: 'engineer' },
    { name: 'c', title: 'Cleo', role: 'CISO', portalRole: 'manager' },
  ];

  it('finds by every word, in any field and any case', () => {
    const find = (q: string) =>
      searchPersonas(people, { q, limit: 10, offset: 0 }).items.map(
        ({ name }) => name,
      );
    expect(find('ciso')).toEqual(['c']);
    expect(find('COMPUTE ada')).toEqual(['a']);
    expect(find('b-1')).toEqual(['a', 'b']);
    expect(find('ada edge')).toEqual([]);
    expect(find('  ')).toEqual(['a', 'b', 'c']);
  });

  it('suggests the people whom the configuration names, and passes over strangers', () => {
    const { suggested } = searchPersonas(people, { limit: 1, offset: 0 }, [
      'b',
      'stranger',
      'a',
    ]);
    expect(suggested.map(({ name }) => name)).toEqual(['b', 'a']);
  });

  it('suggests managers of divisions and others of squads, where there are any', () => {
    const persona = (
      name: string,
      portalRole: Persona['portalRole'],
      level: string,
    ): Persona => ({ name, title: name, portalRole, level });
    const { suggested } = searchPersonas(
      [
        persona('unit lead', 'manager', 'unit'),
        persona('division lead', 'manager', 'division'),
        persona('in a team', 'sre', 'team'),
        persona('in a unit', 'engineer', 'unit'),
        persona('in a squad', 'engineer', 'squad'),
      ],
      { limit: 1, offset: 0 },
    );
    expect(suggested.map(({ name }) => name)).toEqual([
      'division lead',
      'in a team',
      'in a squad',
    ]);
  });

  it('suggests the first of each portal role, whatever is searched', () => {
    const { suggested } = searchPersonas(people, {
      q: 'nobody',
      limit: 1,
      offset: 0,
    });
    expect(suggested.map(({ name }) => name)).toEqual(['c', 'a', 'b']);
  });

  it('hands out every person once over the pages', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 })),
        fc.integer({ min: 1, max: 7 }),
        (names, limit) => {
          const all = names.map((name): Persona => ({
            name,
            title: name,
            portalRole: 'engineer',
          }));
          const seen: string[] = [];
          let offset: number | undefined = 0;
          while (offset !== undefined) {
            const page = searchPersonas(all, { limit, offset });
            expect(page.total).toBe(names.length);
            seen.push(...page.items.map(({ name }) => name));
            offset = page.nextOffset;
          }
          expect(seen).toEqual(names);
        },
      ),
    );
  });
});
