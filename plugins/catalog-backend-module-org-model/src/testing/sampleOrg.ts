/** A small organization that has one of everything. */
export const sampleOrg = `company:
  title: Acme
  timeZone: Europe/Berlin
  emailDomain: acme.example
  lead: { name: ceo, title: CEO }
divisions:
  - code: 1A
    title: Ground
    lead: { name: lead-1a, title: Lead of Ground }
    squads:
      - code: A-1
        title: Rails
        mission: Keeps the rails straight.
        lead: { name: lead-a-1, title: Lead of Rails }
        stack: [Istio 1.23]
        kpis: [{ id: straightness, text: Straightness ≥ 99 % }]
        units:
          - { code: U-R1, title: Switches, stack: [Istio 1.24] }
      - code: A-2
        title: Wagons
        lead: lead-1a
        dependencies: [{ on: A-1, for: Rails to roll on }]
        people: [{ name: engineer-a-2, title: Engineer, alsoIn: [cars] }]
departments:
  - slug: tickets
    title: Tickets
    lead: ceo
    modules: [{ slug: shop, title: Shop }]
groups:
  - { slug: cars, title: Cars, parent: 1A }
pods:
  - { slug: night, title: Night, parent: department-tickets }
`;
