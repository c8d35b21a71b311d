import { CompiledOrg } from '../definitions/compile';
import { compileTexts } from '../definitions/loadOrg';

/** Compiles files that are written out in a test. */
export function compileFiles(files: Record<string, string>): CompiledOrg {
  return compileTexts(
    Object.entries(files).map(([file, text]) => ({ file, text })),
  );
}

export const company = `company:
  title: Acme
  timeZone: Europe/Berlin
  emailDomain: acme.example
  lead: ceo
  people: [{ name: ceo, title: CEO, role: Chief Executive Officer }]
`;

export const division = `divisions:
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

/** An organization without problems. */
export const good = {
  'company.yaml': company,
  'division.yaml': division,
  'others.yaml': others.replace('alsoIn: [night', 'alsoIn: [pod-night'),
};
