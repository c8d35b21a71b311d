import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { DefinitionFile } from '@squadron/backend-kit';
import fc from 'fast-check';
import { anyOrganization } from '../__testUtils__/anyOrganization';
import { compile } from './compile';
import { planChanges } from './planChanges';
import { OrgFile } from './schema';

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
      fc.property(anyOrganization, files => {
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
      fc.property(anyOrganization, files => {
        for (const { metadata } of entitiesOf(files)) {
          expect(metadata.name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
        }
      }),
    );
  });

  it('makes one tree below the company, with every System owned by a group', () => {
    fc.assert(
      fc.property(anyOrganization, files => {
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
        anyOrganization.chain(files =>
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
      fc.property(anyOrganization, files => {
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
      fc.property(anyOrganization, anyOrganization, (one, two) => {
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
