import { formatProblem } from '@squadron/backend-kit';
import { CompiledOrg } from './compile';
import { compileTexts } from './loadOrg';

function compileFiles(files: Record<string, string>): CompiledOrg {
  return compileTexts(
    Object.entries(files).map(([file, text]) => ({ file, text })),
  );
}

const company = `company:
  title: Acme
  timeZone: Europe/Berlin
  emailDomain: acme.example
  lead: ceo
  people: [{ name: ceo, title: CEO, role: Chief Executive Officer }]
`;

const division = `divisions:
  - code: 1A
    title: Ground
    mission: Everything that does not move.
    lead: { name: lead-1a, title: Lead of Ground, joinedAt: '2026-01-05' }
    squads:
      - code: A-1
        title: Rails
        onCall: true
        lifecycle: forming
        stack: [Istio 1.23, Rail Gauge]
        kpis: [{ id: straightness, text: Straightness ≥ 99 % }]
        dependencies: [{ on: A-2, for: Wagons }, { on: A-2/U-W1, for: Axles }]
        units:
          - { code: U-R1, title: Switches, service: switchboard, stack: [Istio] }
      - code: A-2
        title: Wagons
        lead: lead-1a
        people: [{ name: engineer-a-2, title: Engineer, alsoIn: [night, A-1, A-2] }]
        units:
          - { code: U-W1, title: Axles }
`;

const others = `executiveTeam: { title: Executives }
groups: [{ slug: ground-works, title: Ground works }]
departments:
  - slug: tickets
    title: Tickets
    modules: [{ slug: shop, title: Shop }]
pods:
  - { slug: night, title: Night, parent: department-tickets }
teams: [{ slug: guards, title: Guards }]
hubs: [{ slug: north, title: North, lifecycle: planned }]
councils: [{ slug: safety, title: Safety, participants: [Everybody] }]
technologies:
  - { slug: istio, title: Istio, aliases: [Istio Ambient], steward: 1A }
`;

const good = {
  'company.yaml': company,
  'division.yaml': division,
  'others.yaml': others.replace('alsoIn: [night', 'alsoIn: [pod-night'),
};

/** Finds entities by `Kind name` in a compiled organization. */
function entity(compiled: CompiledOrg, kind: string, name: string) {
  return compiled.entities.find(
    each => each.entity.kind === kind && each.entity.metadata.name === name,
  );
}

describe('compile', () => {
  const files = {
    ...good,
    'division.yaml': division.replace('alsoIn: [night', 'alsoIn: [pod-night'),
  };
  const compiled = compileFiles(files);

  it('names everything by the table of the design', () => {
    expect(compiled.problems).toEqual([]);
    const names = compiled.entities.map(
      ({ entity: { kind, metadata } }) => `${kind} ${metadata.name}`,
    );
    expect(names).toEqual([
      'Group company',
      'Group division-1a',
      'Domain division-1a',
      'Group squad-a-1',
      'System squad-a-1',
      'Group unit-a-1-u-r1',
      'System unit-a-1-u-r1',
      'Component unit-a-1-u-r1',
      'Group squad-a-2',
      'System squad-a-2',
      'Group unit-a-2-u-w1',
      'System unit-a-2-u-w1',
      'Component unit-a-2-u-w1',
      'Group executive-team',
      'Group ground-works',
      'Group department-tickets',
      'Domain department-tickets',
      'System module-shop',
      'Group pod-night',
      'System pod-night',
      'Group team-guards',
      'System team-guards',
      'Group hub-north',
      'Group council-safety',
      'User ceo',
      'User lead-1a',
      'User engineer-a-2',
      'Resource tech-istio',
      'Resource tech-rail-gauge',
    ]);
  });

  it('makes a Group with its charter of a squad', () => {
    expect(entity(compiled, 'Group', 'squad-a-1')).toEqual({
      place: { file: 'division.yaml', line: 7, column: 9 },
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'squad-a-1', title: 'A-1 Rails' },
        spec: {
          type: 'squad',
          parent: 'group:default/division-1a',
          children: [],
          code: 'A-1',
          lifecycle: 'forming',
          stack: [
            { text: 'Istio 1.23', technology: 'resource:default/tech-istio' },
            {
              text: 'Rail Gauge',
              technology: 'resource:default/tech-rail-gauge',
            },
          ],
          kpis: [{ id: 'straightness', text: 'Straightness ≥ 99 %' }],
          teamDependencies: [
            { ref: 'group:default/squad-a-2', for: 'Wagons' },
            { ref: 'group:default/unit-a-2-u-w1', for: 'Axles' },
          ],
          onCall: true,
        },
      },
    });
  });

  it.each([
    [
      'Group',
      'company',
      {
        type: 'organization',
        lead: 'user:default/ceo',
        timeZone: 'Europe/Berlin',
        parent: undefined,
      },
    ],
    [
      'Group',
      'division-1a',
      { parent: 'group:default/company', lead: 'user:default/lead-1a' },
    ],
    [
      'Group',
      'unit-a-1-u-r1',
      { parent: 'group:default/squad-a-1', lifecycle: 'forming' },
    ],
    ['Group', 'pod-night', { parent: 'group:default/department-tickets' }],
    ['Group', 'council-safety', { participants: ['Everybody'] }],
    ['Group', 'hub-north', { type: 'hub', lifecycle: 'planned' }],
    [
      'Domain',
      'division-1a',
      { type: 'division', owner: 'group:default/division-1a' },
    ],
    [
      'System',
      'squad-a-1',
      {
        type: 'squad',
        owner: 'group:default/squad-a-1',
        domain: 'division-1a',
        dependsOn: [
          'resource:default/tech-istio',
          'resource:default/tech-rail-gauge',
        ],
      },
    ],
    [
      'System',
      'unit-a-1-u-r1',
      { parentSystem: 'squad-a-1', owner: 'group:default/unit-a-1-u-r1' },
    ],
    ['System', 'pod-night', { domain: 'department-tickets' }],
    [
      'System',
      'module-shop',
      {
        type: 'product-module',
        owner: 'group:default/department-tickets',
        domain: 'department-tickets',
      },
    ],
    [
      'Component',
      'unit-a-1-u-r1',
      {
        type: 'platform-service',
        lifecycle: 'experimental',
        owner: 'group:default/unit-a-1-u-r1',
        system: 'unit-a-1-u-r1',
        dependsOn: ['resource:default/tech-istio'],
      },
    ],
    [
      'User',
      'lead-1a',
      {
        profile: {
          displayName: 'Lead of Ground',
          email: 'lead-1a@acme.example',
        },
        memberOf: ['group:default/division-1a'],
        joinedAt: '2026-01-05',
      },
    ],
    [
      'User',
      'engineer-a-2',
      {
        memberOf: [
          'group:default/squad-a-2',
          'group:default/pod-night',
          'group:default/squad-a-1',
        ],
        home: 'group:default/squad-a-2',
      },
    ],
    ['Resource', 'tech-istio', { owner: 'group:default/division-1a' }],
    ['Resource', 'tech-rail-gauge', { owner: 'group:default/squad-a-1' }],
  ])('joins the %s %s to the others', (kind, name, spec) => {
    const found = entity(compiled, kind, name)?.entity.spec;
    for (const [field, value] of Object.entries(spec)) {
      expect({ [field]: found?.[field] }).toEqual({ [field]: value });
    }
  });

  it('calls a unit and its service by their titles', () => {
    const title = (kind: string) =>
      entity(compiled, kind, 'unit-a-1-u-r1')?.entity.metadata.title;
    expect(title('Group')).toBe('U-R1 Switches');
    expect(title('Component')).toBe('switchboard');
  });
});

describe('compile, of bad input', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'a duplicate code',
      {
        'b.yaml': 'divisions: [{ code: 1B, title: B }, { code: 1B, title: C }]',
      },
      'b.yaml:1:45 error the code "1B" is there twice; the first is at b.yaml:1 — give one of the two another code',
    ],
    [
      'a code that a division and a squad share',
      {
        'b.yaml':
          'divisions: [{ code: 1B, title: B, squads: [{ code: 1b, title: C }] }]',
      },
      'b.yaml:1:52 error the code "1b" is there twice; the first is at b.yaml:1 — give one of the two another code',
    ],
    [
      'a duplicate slug',
      {
        'b.yaml': 'pods: [{ slug: x, title: X }]',
        'c.yaml': 'pods: [{ slug: x, title: Y }]',
      },
      'c.yaml:1:16 error the slug "x" is there twice; the first is at b.yaml:1 — give one of the two another slug',
    ],
    [
      'two codes that collapse to one name',
      {
        'b.yaml':
          'divisions: [{ code: 1.B, title: B }, { code: 1/B, title: C }]',
      },
      'b.yaml:1:46 error "1/B" becomes the name division-1-b, and so does "1.B" at b.yaml:1 — give one of the two another code',
    ],
    [
      'a name over 63 characters',
      { 'b.yaml': `pods: [{ slug: ${'x'.repeat(60)}, title: X }]` },
      `b.yaml:1:16 error the name pod-${'x'.repeat(60)} has 64 characters, and 63 are allowed — shorten the slug "${'x'.repeat(60)}"`,
    ],
    [
      'a cycle of parents',
      {
        'b.yaml':
          'pods: [{ slug: x, title: X, parent: pod-y }, { slug: y, title: Y, parent: pod-x }]',
      },
      'b.yaml:1:37 error the parents of pod-x lead back to itself: pod-x → pod-y → pod-x — give one of them a parent outside of this circle',
    ],
    [
      'a group that is its own parent',
      { 'b.yaml': 'pods: [{ slug: x, title: X, parent: pod-x }]' },
      'b.yaml:1:37 error the parents of pod-x lead back to itself: pod-x → pod-x — give one of them a parent outside of this circle',
    ],
    [
      'an unknown parent',
      { 'b.yaml': 'pods: [{ slug: x, title: X, parent: pod-q }]' },
      'b.yaml:1:37 error the parent of pod-x is unknown: there is no group "pod-q" — write pod-x, or add that group',
    ],
    [
      'a lead who does not exist',
      { 'b.yaml': 'pods: [{ slug: x, title: X, lead: seo }]' },
      'b.yaml:1:35 error the lead of pod-x does not exist: there is no person "seo" — write ceo, or add that person',
    ],
    [
      'a dependency on a squad that does not exist',
      {
        'b.yaml':
          'divisions: [{ code: 1B, title: B, dependencies: [{ on: 1C, for: X }] }]',
      },
      'b.yaml:1:56 error division-1b cannot depend on "1C": there is no group "1C" — write 1B, or add that group',
    ],
    [
      'a dependency on itself',
      {
        'b.yaml':
          'divisions: [{ code: 1B, title: B, dependencies: [{ on: 1b, for: X }] }]',
      },
      'b.yaml:1:56 error division-1b depends on itself — name the group that it needs, or take the line out',
    ],
    [
      'a unit code that stands in two squads',
      {
        'b.yaml':
          'divisions: [{ code: 1B, title: B, dependencies: [{ on: U-1, for: X }], squads: [{ code: B-1, title: X, units: [{ code: U-1, title: X }] }, { code: B-2, title: Y, units: [{ code: U-1, title: X }] }] }]',
      },
      'b.yaml:1:56 error division-1b cannot depend on "U-1": "U-1" is a code of several groups — write one of B-1/U-1, B-2/U-1',
    ],
    [
      'a person who is there twice',
      {
        'b.yaml':
          'pods: [{ slug: x, title: X, lead: { name: ceo, title: C } }]',
      },
      'company.yaml:6:20 error the person "ceo" is there twice; the first is at b.yaml:1 — give one of the two another name; a lead who is written elsewhere is named by the name alone',
    ],
    [
      'a person who is also in an unknown group',
      {
        'b.yaml':
          'pods: [{ slug: x, title: X, people: [{ name: e, title: E, alsoIn: [pod-z] }] }]',
      },
      'b.yaml:1:68 error e cannot also be in "pod-z": there is no group "pod-z" — write pod-x, or add that group',
    ],
    [
      'a word for two technologies',
      {
        'b.yaml':
          'technologies: [{ slug: istio, title: Istio }, { slug: mesh, title: Mesh, aliases: [ISTIO] }]',
      },
      'b.yaml:1:84 error "istio" stands for two technologies: istio (b.yaml:1) and mesh — keep it in one of the two',
    ],
    [
      'an unknown steward',
      {
        'b.yaml': 'technologies: [{ slug: istio, title: Istio, steward: B-7 }]',
      },
      'b.yaml:1:54 error the steward of istio is unknown: there is no group "B-7" — write the code or the name of a group, or add that group',
    ],
    [
      'a technology whose text makes too long a name',
      { 'b.yaml': `pods: [{ slug: x, title: X, stack: [${'y'.repeat(60)}] }]` },
      `b.yaml:1:37 error the name tech-${'y'.repeat(60)} has 65 characters, and 63 are allowed — list it under \`technologies\` with a short slug, and this text as an alias`,
    ],
    [
      'a technology whose text makes no name',
      { 'b.yaml': 'pods: [{ slug: x, title: X, stack: [网格] }]' },
      'b.yaml:1:37 error this text makes no name, since it has no letter from a to z and no digit — list it under `technologies` with a short slug, and this text as an alias',
    ],
    [
      'a cadence that is not understood',
      {
        'b.yaml':
          "pods: [{ slug: x, title: X, cadences: [{ id: c, title: C, kind: review, every: blue moon, starts: '2026-01-01' }] }]",
      },
      'b.yaml:1:80 error the cadence "c" of pod-x is not understood: ',
    ],
    [
      'an id that is there twice',
      {
        'b.yaml':
          'pods: [{ slug: x, title: X, kpis: [{ id: k, text: K }, { id: k, text: L }] }]',
      },
      'b.yaml:1:62 error the id "k" is there twice in the kpis of pod-x — give one of the two another id',
    ],
    [
      'a module that is there twice',
      {
        'b.yaml':
          'departments: [{ slug: x, title: X, modules: [{ slug: m, title: M }, { slug: m, title: N }] }]',
      },
      'b.yaml:1:77 error the module "m" is there twice; the first is at b.yaml:1 — give one of the two another slug',
    ],
    [
      'a second company',
      { 'z.yaml': 'company: { title: Other, timeZone: Mars/Base }' },
      'z.yaml:1:1 error there are two companies; the first is at company.yaml:1 — keep one of them',
    ],
    [
      'an invalid time zone',
      { 'z.yaml': 'company: { title: Other, timeZone: Mars/Base }' },
      'z.yaml:1:36 error "Mars/Base" is no time zone — write an IANA name such as Europe/Berlin or UTC',
    ],
  ])('says where %s is and what to write instead', (_, files, expected) => {
    const { entities, problems } = compileFiles({
      'company.yaml': company,
      ...files,
    });
    expect(entities).toEqual([]);
    expect(problems.map(formatProblem)).toContainEqual(
      expect.stringContaining(expected),
    );
  });

  it('asks for a company', () => {
    const { problems } = compileFiles({ 'a.yaml': 'pods: []' });
    expect(problems.map(formatProblem)).toEqual([
      'a.yaml:1:1 error no file declares the company, which is the top of the tree — add "company:" with a title to one of the files',
    ]);
  });

  it('waits with what refers to a file that cannot be read', () => {
    const { problems } = compileFiles({
      'a.yaml': 'company: { title: Acme, lead: boss }',
      'b.yaml': 'pods: [{ slug: x, title: X, people: [{ name: boss }] }]',
    });
    expect(problems.map(formatProblem)).toEqual([
      'b.yaml:1:38 error boss: "title" is missing — add it: text',
    ]);
  });
});
