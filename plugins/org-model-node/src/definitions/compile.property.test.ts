import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { DefinitionFile } from '@squadron/backend-kit';
import fc from 'fast-check';
import { compile } from './compile';
import { planChanges } from './planChanges';
import { OrgFile, orgFileSchema } from './schema';

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .+#é-]{0,30}$/);
const stack = fc.array(
  fc.stringMatching(/^[A-Z][a-z]{1,8}( v?[0-9]\.[0-9])?$/),
  {
    maxLength: 3,
  },
);

/** Which of the existing things something random refers to. */
const pick = fc.nat();

const charter = fc.record({ title: word, stack, depends: pick, lead: pick });

const shape = fc.record({
  divisions: fc.array(
    fc.record({
      own: charter,
      squads: fc.array(
        fc.record({ own: charter, units: fc.array(charter, { maxLength: 3 }) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
  departments: fc.array(charter, { maxLength: 3 }),
  pods: fc.array(fc.tuple(charter, pick), { maxLength: 4 }),
  councils: fc.array(charter, { maxLength: 2 }),
});

type Charter = {
  title: string;
  stack: string[];
  depends: number;
  lead: number;
};

/** Writes a random organization in which every reference holds, a file for each part. */
const organization = shape.map(({ divisions, departments, pods, councils }) => {
  const squadCodes = divisions.flatMap(({ squads }, d) =>
    squads.map((_, s) => `${d}-${s}`),
  );
  const leads = divisions.map((_, d) => `lead-${d}`);
  const parents = [
    ...divisions.map((_, d) => `D${d}`),
    ...departments.map((_, d) => `department-x${d}`),
  ];
  const at = <T>(list: T[], position: number): T | undefined =>
    list[position % Math.max(1, list.length)];
  const written = (
    { title, stack: used, depends, lead }: Charter,
    code?: string,
  ) => {
    const on = at(squadCodes, depends);
    return {
      title,
      stack: used,
      ...(on !== undefined &&
        on !== code && { dependencies: [{ on, for: title }] }),
      ...(leads.length > 0 && { lead: at(leads, lead) }),
    };
  };
  const files: Record<string, unknown> = {
    'company.yaml': { company: { title: 'Acme' } },
    'departments.yaml': {
      departments: departments.map((each, d) => ({
        slug: `x${d}`,
        ...written(each),
      })),
      pods: pods.map(([each, parent], p) => ({
        slug: `x${p}`,
        ...written(each),
        parent: at(parents, parent),
      })),
    },
    'councils.yaml': {
      councils: councils.map((each, c) => ({
        slug: `x${c}`,
        ...written(each),
      })),
    },
  };
  divisions.forEach(({ own, squads }, d) => {
    files[`division-${d}.yaml`] = {
      divisions: [
        {
          code: `D${d}`,
          ...written(own),
          lead: {
            name: `lead-${d}`,
            title: 'Lead',
            alsoIn: [at(parents, own.lead)],
          },
          squads: squads.map((squad, s) => ({
            code: `${d}-${s}`,
            ...written(squad.own, `${d}-${s}`),
            people: [{ name: `engineer-${d}-${s}`, title: 'Engineer' }],
            units: squad.units.map((unit, u) => ({
              code: `U${u}`,
              ...written(unit),
            })),
          })),
        },
      ],
    };
  });
  return Object.entries(files).map(
    ([file, value]): DefinitionFile<OrgFile> => ({
      file,
      value: orgFileSchema.parse(value),
      at: () => ({ line: 1, column: 1 }),
    }),
  );
});

const referenceFields: Record<string, string> = {
  parent: 'group',
  lead: 'user',
  owner: 'group',
  domain: 'domain',
  system: 'system',
  parentSystem: 'system',
  memberOf: 'group',
  dependsOn: 'resource',
  ref: 'group',
  technology: 'resource',
};

/** Every reference in a spec, at any depth. */
function referencesIn(value: unknown): string[] {
  if (!value || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return Object.entries(value).flatMap(([field, inner]) => {
    const defaultKind = referenceFields[field];
    if (!defaultKind) return referencesIn(inner);
    return [inner]
      .flat()
      .map(text =>
        stringifyEntityRef(
          parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
        ),
      );
  });
}

function entitiesOf(files: DefinitionFile<OrgFile>[]): Entity[] {
  const { entities, problems } = compile(files);
  expect(problems).toEqual([]);
  return entities.map(({ entity }) => entity);
}

describe('compile, of any organization', () => {
  it('leaves no reference without an entity and no name twice', () => {
    fc.assert(
      fc.property(organization, files => {
        const entities = entitiesOf(files);
        const refs = entities.map(each => stringifyEntityRef(each));
        expect(new Set(refs).size).toBe(refs.length);
        const known = new Set(refs);
        const dangling = entities
          .flatMap(({ spec }) => referencesIn(spec))
          .filter(ref => !known.has(ref));
        expect(dangling).toEqual([]);
      }),
    );
  });

  it('makes names that the catalog takes', () => {
    fc.assert(
      fc.property(organization, files => {
        for (const { metadata } of entitiesOf(files)) {
          expect(metadata.name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
        }
      }),
    );
  });

  it('makes one tree below the company, with every System owned by a group', () => {
    fc.assert(
      fc.property(organization, files => {
        const entities = entitiesOf(files);
        const parents = new Map(
          entities
            .filter(({ kind }) => kind === 'Group')
            .map(each => [stringifyEntityRef(each), each.spec?.parent]),
        );
        for (const group of parents.keys()) {
          let top: unknown = group;
          for (let level = 0; level < 5 && parents.get(`${top}`); level++) {
            top = parents.get(`${top}`);
          }
          expect(top).toBe('group:default/company');
        }
        const ownerless = entities
          .filter(({ kind }) => !['Group', 'User'].includes(kind))
          .filter(({ spec }) => !parents.has(`${spec?.owner}`));
        expect(ownerless).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of the files, and says the same again', () => {
    fc.assert(
      fc.property(
        organization.chain(files =>
          fc.tuple(
            fc.constant(files),
            fc.shuffledSubarray(files, { minLength: files.length }),
          ),
        ),
        ([files, shuffled]) => {
          expect(compile(shuffled)).toEqual(compile(files));
          expect(compile(files)).toEqual(compile(files));
        },
      ),
    );
  });

  it('plans nothing against a catalog that has sorted its references', () => {
    fc.assert(
      fc.property(organization, files => {
        const entities = entitiesOf(files);
        const catalog = structuredClone(entities);
        for (const { spec } of catalog) {
          for (const field of ['memberOf', 'dependsOn']) {
            if (Array.isArray(spec?.[field])) spec[field].reverse();
          }
        }
        expect(planChanges(entities, catalog)).toMatchObject({
          adds: [],
          changes: [],
          deletions: [],
        });
      }),
      { numRuns: 50 },
    );
  });

  it('plans nothing against itself, and the way back is the way there reversed', () => {
    const refs = (entities: Entity[]) =>
      entities.map(each => stringifyEntityRef(each)).sort();
    fc.assert(
      fc.property(organization, organization, (one, two) => {
        const [before, after] = [entitiesOf(one), entitiesOf(two)];
        expect(planChanges(before, structuredClone(before))).toMatchObject({
          adds: [],
          changes: [],
          deletions: [],
          unchanged: before.length,
        });
        const there = planChanges(after, before);
        const back = planChanges(before, after);
        expect(refs(there.adds)).toEqual(refs(back.deletions));
        expect(refs(there.deletions)).toEqual(refs(back.adds));
        expect(there.changes.length).toBe(back.changes.length);
      }),
      { numRuns: 50 },
    );
  });
});
