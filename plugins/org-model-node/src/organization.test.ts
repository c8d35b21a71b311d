import { charterSchema } from '@squadron/plugin-org-model-common';
import { readFileSync } from 'node:fs';
import { divisions, squads } from './__testUtils__/documents';
import documents from './fixtures/documents.json';
import {
  Organization,
  groupName,
  inRepository,
  specOf,
  squadName,
  titlesOf,
  unitName,
  wordsLost,
} from './__testUtils__/organization';

/** The words of the trees that gave way to the tables are on record. */
const recorded = readFileSync(
  inRepository('docs/decisions/0003-table-and-tree.md'),
  'utf8',
);

let org: Organization;

beforeAll(async () => {
  org = await Organization.load();
});

it('compiles without a problem', () => {
  expect(org.problems).toEqual([]);
});

describe('the infrastructure divisions', () => {
  it('have the 9 divisions, 41 squads and 103 units of the document', () => {
    const expected = divisions.map(({ code, title }) => `${code} ${title}`);
    expect(expected).toHaveLength(9);
    expect(squads).toHaveLength(41);
    expect(squads.flatMap(({ units }) => units)).toHaveLength(103);
    expect(titlesOf(org.ofType('Group', 'division'))).toEqual(expected);
    expect(titlesOf(org.ofType('Domain', 'division'))).toEqual(expected);
    expect(org.ofType('Group', 'squad')).toHaveLength(41);
    expect(org.ofType('Group', 'unit')).toHaveLength(103);
    expect(org.ofType('System', 'squad')).toHaveLength(41);
    expect(org.ofType('System', 'unit')).toHaveLength(103);
    expect(org.ofType('Component', 'platform-service')).toHaveLength(103);
  });

  it.each(divisions)(
    '$code stands below the CIPO and has its squads',
    division => {
      const found = org.group(groupName(division.code));
      expect(specOf(found).parent).toBe(
        'group:default/infrastructure-platform',
      );
      const children = org
        .ofType('Group', 'squad')
        .filter(
          ({ spec }) => spec?.parent === `group:default/${found.metadata.name}`,
        );
      expect(titlesOf(children)).toEqual(
        division.squads.map(({ code, title }) => `${code} ${title}`),
      );
    },
  );

  it.each(squads)('$code has the units of the table', squad => {
    for (const { code, title } of squad.units) {
      const name = unitName(squad.code, code);
      const unit = org.group(name);
      expect(unit.metadata.title).toBe(`${code} ${title}`);
      expect(unit.spec).toMatchObject({
        code,
        parent: `group:default/${squadName(squad.code)}`,
      });
      expect(specOf(org.find('System', name)).parentSystem).toBe(
        squadName(squad.code),
      );
      expect(specOf(org.find('Component', name)).owner).toBe(
        `group:default/${name}`,
      );
    }
  });

  it.each(squads)(
    '$code has KPIs, outputs, boundary and dependencies word for word',
    squad => {
      const found = org.charter(squadName(squad.code));
      expect(found.kpis.map(({ text }) => text)).toEqual(squad.kpis);
      expect(found.outputs).toEqual(squad.outputs);
      expect(found.boundary ?? '').toBe(squad.boundary);
      expect(found.teamDependencies).toEqual(
        squad.dependencies.map(({ on, for: purpose }) => ({
          ref: `group:default/${groupName(on)}`,
          for: purpose,
        })),
      );
    },
  );

  it('carry 74 KPIs', () => {
    const kpis = squads.flatMap(
      ({ code }) => org.charter(squadName(code)).kpis,
    );
    expect(kpis).toHaveLength(74);
  });

  it.each(squads.filter(({ stack }) => stack.length > 0))(
    '$code has the stack of the table',
    squad => {
      const { stack } = org.charter(squadName(squad.code));
      expect(stack.map(({ text }) => text)).toEqual(squad.stack);
    },
  );

  it.each(squads)(
    '$code and its units name no tool that the document does not name for them',
    squad => {
      const document = JSON.stringify(squad);
      const names = [
        squadName(squad.code),
        ...squad.units.map(({ code }) => unitName(squad.code, code)),
      ];
      for (const { text } of names.flatMap(name => org.charter(name).stack)) {
        expect(wordsLost(text, document)).toEqual([]);
      }
    },
  );

  it.each(squads)(
    '$code keeps every word of its responsibilities, summary and tree',
    squad => {
      const name = squadName(squad.code);
      const units = squad.units.map(({ code }) => unitName(squad.code, code));
      const summaries = documents.squadSummaries.filter(
        ({ code }) => code === squad.code,
      );
      const written = [
        ...squad.responsibilities,
        ...summaries.map(({ text }) => text.replace(/^\w+/, '')),
      ].join(' ');
      expect(wordsLost(written, org.said(name, ...units))).toEqual([]);

      const tree = squad.trees
        .flatMap(branch => [
          branch.title,
          ...branch.units.map(({ title }) => title),
          ...branch.responsibilities,
          ...branch.kpis,
        ])
        .join(' ');
      expect(wordsLost(tree, org.said(name, ...units) + recorded)).toEqual([]);
    },
  );

  it('marks the squads that the document calls new as forming', () => {
    const expected = squads
      .filter(squad => squad.marker === 'new')
      .map(({ code }) => squadName(code));
    const forming = org
      .ofType('Group', 'squad')
      .filter(({ spec }) => spec?.lifecycle === 'forming');
    expect(forming.map(({ metadata }) => metadata.name)).toEqual(expected);
  });
});

describe('technologies', () => {
  it('are listed, so that every stack item stands for one that has a title and an owner', () => {
    const listed = new Set(
      Array.from(
        readFileSync(
          inRepository('catalog-info/org/technologies.yaml'),
          'utf8',
        ).matchAll(/slug: (.+)/g),
        ([, name]) => `resource:default/tech-${name}`,
      ),
    );
    const used = org.entities
      .filter(({ kind }) => kind === 'Group')
      .flatMap(({ spec }) => charterSchema.parse(spec).stack);
    expect(used.filter(({ technology }) => !listed.has(technology!))).toEqual(
      [],
    );
    expect(org.ofType('Resource', 'technology')).toHaveLength(listed.size);
  });

  it('are one under all their spellings', () => {
    const technologyOf = (name: string, text: string) =>
      org.charter(name).stack.find(item => item.text === text)?.technology;
    expect(technologyOf('squad-c-2', 'ArgoCD 2.10')).toBe(
      'resource:default/tech-argo-cd',
    );
    expect(technologyOf('unit-c-2-u-ci2', 'Argo CD')).toBe(
      'resource:default/tech-argo-cd',
    );
    expect(technologyOf('squad-d-2', 'dbt-core 1.9')).toBe(
      'resource:default/tech-dbt',
    );
  });
});
