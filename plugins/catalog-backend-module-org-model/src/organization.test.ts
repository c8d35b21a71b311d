import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  Entity,
  getEntitySourceLocation,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import catalogModuleOrgModel from './index';
import { eventually } from './testing/eventually';

jest.setTimeout(180_000);

const inRepository = (path: string) => resolve(__dirname, '../../..', path);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'the organization of this repository in the catalog, on %s',
  databaseId => {
    let entities: Entity[];

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      const backend = await startTestBackend({
        features: [
          catalogPlugin,
          catalogModuleOrgModel,
          createServiceFactory({
            service: coreServices.database,
            deps: {},
            factory: () => mockServices.database({ knex }),
          }),
          mockServices.rootConfig.factory({
            data: {
              catalog: {
                orgModel: {
                  directory: inRepository('catalog-info/org'),
                  docsDirectory: inRepository('docs/squads'),
                  docsFallback: 'component:default/squadron',
                },
                rules: [{ allow: ['Component', 'API'] }],
                locations: [
                  { type: 'file', target: inRepository('catalog-info.yaml') },
                ],
              },
            },
          }),
        ],
      });
      const get = async (path: string) =>
        (await request(backend.server).get(`/api/catalog/${path}`)).body;
      const complete = async () => {
        const status = await get('org-model/status');
        expect(status).toMatchObject({ status: 'ok', problems: [] });
        const found = ((await get('entities')) as Entity[]).filter(
          ({ kind }) => kind !== 'Location',
        );
        const origin = 'backstage.io/managed-by-origin-location';
        const [imported, own] = [true, false].map(ofModel =>
          found.filter(
            ({ metadata: { annotations } }) =>
              (annotations?.[origin] === 'org-model:default') === ofModel,
          ),
        );
        expect(imported).toHaveLength(status.entities);
        expect(own.map(({ kind }) => kind)).toContain('Component');
        // What something refers to may still be on its way.
        expect(missingInverses(found).slice(0, 10)).toEqual([]);
        return found;
      };
      entities = await eventually(complete, {
        everyMs: 1_000,
        withinMs: 120_000,
      });
      await backend.stop();
    });

    const typed = (kind: string, type: string) =>
      entities.filter(each => each.kind === kind && each.spec?.type === type);
    const targets = (each: Entity, type: string) =>
      (each.relations ?? []).filter(relation => relation.type === type);

    it('has 9 divisions, 41 squads and 103 units, as Groups and as Systems or Domains', () => {
      expect(typed('Group', 'division')).toHaveLength(9);
      expect(typed('Domain', 'division')).toHaveLength(9);
      for (const kind of ['Group', 'System']) {
        expect(typed(kind, 'squad')).toHaveLength(41);
        expect(typed(kind, 'unit')).toHaveLength(103);
      }
      expect(typed('Component', 'platform-service')).toHaveLength(103);
    });

    it('gives every entity an owner or a parent', () => {
      const without = entities.filter(each => {
        if (each.spec?.type === 'organization') return false;
        if (each.kind === 'User') return targets(each, 'memberOf').length === 0;
        const type = each.kind === 'Group' ? 'childOf' : 'ownedBy';
        return targets(each, type).length !== 1;
      });
      expect(without).toEqual([]);
      const loose = [...typed('System', 'squad'), ...typed('System', 'unit')]
        .filter(each => targets(each, 'partOf').length !== 1)
        .map(each => each.metadata.name);
      expect(loose).toEqual([]);
    });

    it('has docs for every System, in a folder that is there', () => {
      const systems = entities.filter(({ kind }) => kind === 'System');
      expect(systems.length).toBeGreaterThan(150);
      const without = systems
        .filter(each => !existsSync(docsOf(each, entities) ?? ''))
        .map(each => each.metadata.name);
      expect(without).toEqual([]);
    });

    it('gives squads, pods and teams docs of their own, and modules the handbook', () => {
      for (const type of ['squad', 'pod', 'team']) {
        for (const each of typed('System', type)) {
          expect(docsOf(each, entities)).toBe(
            inRepository(`docs/squads/${each.metadata.name}/mkdocs.yml`),
          );
        }
      }
      for (const each of typed('System', 'product-module')) {
        expect(docsOf(each, entities)).toBe(inRepository('mkdocs.yml'));
      }
    });

    it('has no dangling relation and no error', () => {
      const refs = new Set(entities.map(each => stringifyEntityRef(each)));
      const dangling = entities
        .flatMap(each => each.relations ?? [])
        .filter(({ targetRef }) => !refs.has(targetRef));
      expect(dangling).toEqual([]);
      const faulty = entities.filter(
        each =>
          (each as { status?: { items?: unknown[] } }).status?.items?.length,
      );
      expect(faulty).toEqual([]);
    });
  },
);

/** The file that TechDocs would build the docs of an entity from, as it resolves `dir:` itself. */
function docsOf(entity: Entity, entities: Entity[]): string | undefined {
  const annotationsOf = (each?: Entity) => each?.metadata.annotations ?? {};
  const shown = annotationsOf(entity)['backstage.io/techdocs-entity'];
  const holder = shown
    ? entities.find(each => stringifyEntityRef(each) === shown)
    : entity;
  if (!holder) return undefined;
  const [type, path] =
    annotationsOf(holder)['backstage.io/techdocs-ref']?.split(':') ?? [];
  const source = getEntitySourceLocation(holder);
  if (type !== 'dir' || source.type !== 'file') return undefined;
  return resolve(dirname(source.target), path, 'mkdocs.yml');
}

const inverses: Record<string, string> = {
  childOf: 'parentOf',
  ledBy: 'leaderOf',
  memberOf: 'hasMember',
  ownedBy: 'ownerOf',
  partOf: 'hasPart',
  dependsOn: 'dependencyOf',
  teamDependsOn: 'teamDependencyOf',
};

function missingInverses(entities: Entity[]): string[] {
  const all = new Set(
    entities.flatMap(each =>
      (each.relations ?? []).map(
        ({ targetRef, type }) =>
          `${stringifyEntityRef(each)} ${type} ${targetRef}`,
      ),
    ),
  );
  return entities.flatMap(each =>
    (each.relations ?? [])
      .filter(({ type }) => inverses[type])
      .map(
        ({ targetRef, type }) =>
          `${targetRef} ${inverses[type]} ${stringifyEntityRef(each)}`,
      )
      .filter(inverse => !all.has(inverse)),
  );
}
