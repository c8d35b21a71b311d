import { formatProblem } from '@squadron/backend-kit';
import { company, compileFiles } from '../__testUtils__/smallOrg';

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
