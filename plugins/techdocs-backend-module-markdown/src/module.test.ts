import { join } from 'node:path';
import {
  TestBackend,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import {
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import request from 'supertest';
import techdocsModuleMarkdown from '.';
import { folderWith, removeFolders } from './__testUtils__/folders';
import { MarkdownGenerator } from './generator/MarkdownGenerator';
import { VersionedPreparer } from './preparer/VersionedPreparer';
import { DatabasePublisher } from './publisher/DatabasePublisher';

// Each test starts a backend and the threads that render.
jest.setTimeout(60_000);

const documented = (name: string, folder: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name,
    uid: `uid-of-${folder}-${name}`,
    annotations: {
      'backstage.io/managed-by-location': `file:${join(folder, 'catalog-info.yaml')}`,
      'backstage.io/techdocs-ref': 'dir:.',
    },
  },
});

describe('techdocsModuleMarkdown within TechDocs', () => {
  let backend: TestBackend;

  const get = (path: string, header = mockCredentials.user.header()) =>
    request(backend.server)
      .get(`/api/techdocs${path}`)
      .set('Authorization', header);
  const page = (path: string) => get(`/static/docs/default/system${path}`);

  async function start(...entities: Entity[]) {
    const scheduler = mockServices.scheduler();
    const catalogOf = () => catalogServiceMock({ entities });
    const catalog = catalogServiceMock.mock({
      getEntityByRef: (...args) => catalogOf().getEntityByRef(...args),
      queryEntities: (...args) => catalogOf().queryEntities(...args),
    });
    backend = await startTestBackend({
      features: [
        techdocsPlugin,
        techdocsModuleMarkdown,
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => catalog,
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            techdocs: { builder: 'local' },
            permission: { enabled: true },
          },
        }),
      ],
    });
    return {
      prebuild: () => scheduler.triggerTask('techdocs-prebuild'),
      removeLastEntity: () => entities.pop(),
    };
  }

  afterEach(async () => {
    await backend?.stop();
    await removeFolders();
  });

  it('builds local documents and serves them with their search index', async () => {
    const folder = await folderWith({
      'mkdocs.yml': 'site_name: Compute\n',
      'docs/index.md': '# Compute\n\nWe run *machines*.\n',
      'docs/guides/on-call.md': '# On call\n\nWho carries the pager.\n',
    });
    await start(documented('squad-b-1', folder));
    expect((await page('/squad-b-1/index.html')).status).toBe(404);
    const sync = await get('/sync/default/System/squad-b-1');
    expect(sync.text).toContain('event: finish\ndata: {"updated":true}');

    const index = await page('/squad-b-1/index.html');
    expect(index.status).toBe(200);
    expect(index.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(index.text).toContain('<em>machines</em>');
    expect((await page('/squad-b-1/guides/on-call/')).text).toContain('pager');
    const search = await page('/squad-b-1/search/search_index.json');
    expect(JSON.stringify(search.body.docs)).toContain('carries the pager');
    const metadata = await get('/metadata/techdocs/default/System/squad-b-1');
    expect(metadata.body).toMatchObject({ site_name: 'Compute' });
    expect(metadata.body.etag).toMatch(/^markdown-\d+:/);
  });

  it('says why a site cannot be built', async () => {
    const folder = await folderWith({ 'mkdocs.yml': 'docs_dir: nowhere\n' });
    await start(documented('broken', folder));
    const sync = await get('/sync/default/System/broken');
    expect(sync.text).toContain('event: error');
    expect(sync.text).toContain('There is no folder \\"nowhere\\"');
  });

  it('serves nobody without a session, and nothing that the catalog hides', async () => {
    await start();
    const anonymous = mockCredentials.none.header();
    const path = '/static/docs/default/system/squad-b-1/index.html';
    expect((await get(path, anonymous)).status).toBe(401);
    expect((await get('/sync/default/system/x', anonymous)).status).toBe(401);
    expect((await get(path)).status).toBe(404);
    expect((await get(path.replace('docs/', 'docs//'))).status).toBe(404);
    expect((await get('/sync/default/system/x')).status).toBe(404);
  });

  it('builds what nobody has opened and removes what has gone', async () => {
    const folder = await folderWith({ 'docs/index.md': 'First' });
    const { prebuild, removeLastEntity } = await start(
      documented('a', folder),
      documented('b', folder),
    );
    await prebuild();
    expect((await page('/a/index.html')).text).toContain('First');
    expect((await page('/b/index.html')).text).toContain('First');
    removeLastEntity();
    await prebuild();
    expect((await page('/a/index.html')).status).toBe(200);
    expect((await page('/b/index.html')).status).toBe(404);
  });
});

/** What the module gives to TechDocs. */
async function given(techdocs: object) {
  const setTechdocsGenerator = jest.fn();
  const registerPreparer = jest.fn();
  const registerPublisher = jest.fn();
  const scheduler = mockServices.scheduler.mock();
  const backend = await startTestBackend({
    extensionPoints: [
      [techdocsGeneratorExtensionPoint, { setTechdocsGenerator }],
      [techdocsPreparerExtensionPoint, { registerPreparer }],
      [
        techdocsPublisherExtensionPoint,
        { registerPublisher, registerPublisherSettings: jest.fn() },
      ],
    ],
    features: [
      techdocsModuleMarkdown,
      catalogServiceMock.factory(),
      scheduler.factory,
      mockServices.rootConfig.factory({ data: { techdocs } }),
    ],
  });
  await backend.stop();
  return {
    generators: setTechdocsGenerator.mock.calls.map(([each]) => each),
    preparers: Object.fromEntries(registerPreparer.mock.calls),
    publishers: registerPublisher.mock.calls.map(([, each]) => each),
    tasks: scheduler.scheduleTask.mock.calls.map(([{ id }]) => id),
  };
}

describe('techdocsModuleMarkdown by itself', () => {
  it('brings generator, preparers, publisher and a task', async () => {
    expect(await given({})).toEqual({
      generators: [expect.any(MarkdownGenerator)],
      preparers: {
        dir: expect.any(VersionedPreparer),
        url: expect.any(VersionedPreparer),
      },
      publishers: [expect.any(DatabasePublisher)],
      tasks: ['techdocs-prebuild'],
    });
  });

  it('leaves generator, publisher and building to TechDocs where it is told to', async () => {
    expect(
      await given({
        builder: 'external',
        markdown: { generator: 'mkdocs', publisher: 'stock' },
      }),
    ).toMatchObject({ generators: [], publishers: [], tasks: [] });
  });
});
