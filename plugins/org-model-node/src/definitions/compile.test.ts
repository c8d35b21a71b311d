import { compileFiles, division, good } from '../__testUtils__/smallOrg';
import { CompiledOrg } from './compile';

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
