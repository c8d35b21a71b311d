import { compileTexts } from '../definitions/loadOrg';
import { charterPages } from './charterPages';

const org = `company: { title: Acme, emailDomain: acme.example, lead: { name: ceo, title: CEO } }
divisions:
  - code: 1A
    title: Ground
    lead: { name: lead-1a, title: Lead of Ground, responsibilities: [Grounding], alsoIn: [B-1] }
    squads:
      - code: A-1
        title: Rails
        mission: Keeps the rails straight.
        onCall: true
        lifecycle: forming
        lead: { name: lead-a-1, title: Lead of Rails, role: Railmaster }
        responsibilities: [Look at <b>rails</b>]
        outputs: [Straight rails]
        boundary: Not the wagons
        stack: [Istio 1.23]
        kpis: [{ id: straightness, text: Straightness ≥ 99 % }]
        objectives:
          - id: o1
            text: No curve.
            due: End of year
            keyResults: [{ id: kr, text: Curves = 0 }]
        cadences:
          - { id: walk, title: Walk the line, kind: review, every: week, on: Monday, at: '08:00', starts: '2026-01-05', with: [squad-b-1, friends], note: With boots }
        people:
          - { name: hand, title: Hand, joinedAt: '2026-11-02', responsibilities: [Hammer], kpis: [{ id: nails, text: Nails ≥ 9 }] }
        units:
          - { code: U-R1, title: Switches, service: Switch control, mission: Turn., stack: [Istio 1.24], dependencies: [{ on: B-1, for: Steam }] }
      - code: B-1
        title: Wagons
        source: The book of wagons
        dependencies:
          - { on: A-1, for: Rails to roll on }
          - { on: U-R1, for: Turning }
          - { on: 1A, for: Ground }
pods: [{ slug: night, title: Night }]
teams:
  - { slug: guards, title: Guards }
  - { slug: lamps, title: Lamps, parent: team-guards, mission: Light the way. }
councils:
  - { slug: rail, title: Rail Council, parent: company, lead: ceo, mission: Rule., participants: [A-1 Rails (track)] }
  - { slug: line, title: Line Council, parent: U-R1, lead: ceo }
  - { slug: land, title: Land Council, parent: company, lead: lead-1a }
`;

function pages(text = org) {
  const { entities, problems } = compileTexts([{ file: 'org.yaml', text }]);
  expect(problems).toEqual([]);
  return new Map(charterPages(entities).map(page => [page.name, page]));
}

/** The lines below a heading, up to the next one. */
function under(name: string, heading: string): string[] {
  const { markdown = '' } = pages().get(name) ?? {};
  const [, below = ''] = markdown.split(`\n${heading}\n`);
  return below.split(/\n#+ /)[0].split('\n').filter(Boolean);
}

describe('charterPages', () => {
  it('makes a page of each squad, pod and team, and of nothing else', () => {
    expect([...pages().keys()]).toEqual([
      'squad-a-1',
      'squad-b-1',
      'pod-night',
      'team-guards',
      'team-lamps',
    ]);
    expect(pages().get('squad-a-1')?.title).toBe('A-1 Rails');
  });

  it('says first that it is generated, from where and how', () => {
    expect(pages().get('pod-night')?.markdown.split('\n')[0]).toBe(
      '<!-- Generated from org.yaml by "npm run org -- docs": change the charter there, not this page. -->',
    );
  });

  it('begins with what the squad is', () => {
    expect(under('squad-a-1', '# A-1 Rails')).toEqual([
      'Keeps the rails straight.',
      '- Part of [1A Ground](/catalog/default/group/division-1a)',
      '- Led by [Lead of Rails](/catalog/default/user/lead-a-1)',
      '- State: forming',
    ]);
  });

  it.each([
    ['## What it does', ['- Look at &lt;b>rails&lt;/b>']],
    ['## What it delivers', ['- Straight rails']],
    ['## Where it ends', ['Not the wagons']],
    [
      '## Technology stack',
      ['- [Istio 1.23](/catalog/default/resource/tech-istio)'],
    ],
    ['## KPIs', ['- Straightness ≥ 99 %']],
    ['## Objectives', ['- No curve. Due: End of year', '  - Curves = 0']],
    [
      '## People',
      [
        '- **Lead:** [Lead of Rails](/catalog/default/user/lead-a-1), Railmaster',
        '- [Hand](/catalog/default/user/hand), since 2026-11-02',
        '  - Hammer',
        '  - KPI: Nails ≥ 9',
      ],
    ],
    [
      '## Cadences',
      [
        '| What | Kind | When | With | Remarks |',
        '| --- | --- | --- | --- | --- |',
        '| Walk the line | review | every week on Monday at 08:00 from 2026-01-05 | [B-1 Wagons](/docs/default/system/squad-b-1/), friends | With boots |',
      ],
    ],
    [
      '## Needed by',
      [
        '| Who | For what |',
        '| --- | --- |',
        '| [B-1 Wagons](/docs/default/system/squad-b-1/) | Rails to roll on |',
      ],
    ],
  ])('has %s', (heading, lines) => {
    expect(under('squad-a-1', heading)).toEqual(lines);
  });

  it('has each unit below its code, with an anchor that stays', () => {
    expect(under('squad-a-1', '### U-R1 Switches { #u-r1 }')).toEqual([
      'Turn.',
      '- State: forming',
      '- Service: [Switch control](/catalog/default/component/unit-a-1-u-r1)',
      '- In the catalog: [unit-a-1-u-r1](/catalog/default/group/unit-a-1-u-r1)',
      '**Technology stack**',
      '- [Istio 1.24](/catalog/default/resource/tech-istio)',
      '**Depends on**',
      '| Who | For what |',
      '| --- | --- |',
      '| [B-1 Wagons](/docs/default/system/squad-b-1/) | Steam |',
      '**Needed by**',
      '| Who | For what |',
      '| --- | --- |',
      '| [B-1 Wagons](/docs/default/system/squad-b-1/) | Turning |',
    ]);
  });

  it('leads to the site of a squad, the section of a unit and the entity of a division', () => {
    expect(under('squad-b-1', '## Depends on').slice(2)).toEqual([
      '| [A-1 Rails](/docs/default/system/squad-a-1/) | Rails to roll on |',
      '| [U-R1 Switches](/docs/default/system/squad-a-1/#u-r1) | Turning |',
      '| [1A Ground](/catalog/default/group/division-1a) | Ground |',
    ]);
  });

  it('names the councils that a squad holds, is named in or sends somebody to', () => {
    expect(under('squad-a-1', '## Councils')).toEqual([
      '- [Rail Council](/catalog/default/group/council-rail): Rule.',
      '- [Line Council](/catalog/default/group/council-line)',
    ]);
    expect(under('squad-b-1', '## Councils')).toEqual([
      '- [Land Council](/catalog/default/group/council-land)',
    ]);
  });

  it('says how to reach a squad', () => {
    expect(under('squad-a-1', '## How to reach it')).toEqual([
      '- Write to its lead: [lead-a-1@acme.example](mailto:lead-a-1@acme.example)',
      '- It is on call',
      '- In the catalog: [squad-a-1](/catalog/default/group/squad-a-1)',
    ]);
    expect(under('pod-night', '## How to reach it')).toEqual([
      '- In the catalog: [pod-night](/catalog/default/group/pod-night)',
    ]);
  });

  it('leads from a team to the teams in it', () => {
    expect(under('team-guards', '## Groups in it')).toEqual([
      '- [Lamps](/docs/default/system/team-lamps/): Light the way.',
    ]);
  });

  it('says of people on a dotted line where they are at home', () => {
    expect(under('squad-b-1', '## People')).toEqual([
      '- [Lead of Ground](/catalog/default/user/lead-1a), from [1A Ground](/catalog/default/group/division-1a)',
    ]);
  });

  it('ends with the source, and has no section for what nobody wrote', () => {
    expect(under('squad-b-1', '## Source')).toEqual(['The book of wagons']);
    expect(
      pages()
        .get('pod-night')
        ?.markdown.match(/^## .*/gm),
    ).toEqual(['## How to reach it']);
  });

  it('makes the same of the same', () => {
    expect(pages()).toEqual(pages());
  });
});
