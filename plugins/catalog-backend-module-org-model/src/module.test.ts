import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DefinitionsStatus } from '@squadron/plugin-org-model-common';
import request from 'supertest';
import catalogModuleOrgModel from './index';
import { eventually } from './testing/eventually';
import { sampleOrg } from './testing/sampleOrg';

jest.setTimeout(60_000);

const plainSquad = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: squad-x-1, title: X-1 Guests }
spec:
  type: squad
  parent: division-1a
  children: []
  lead: lead-x-1
  kpis: [{ id: joy, text: Joy ≥ 90 % }]
  teamDependencies: [{ ref: squad-a-1, for: Rails }]
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: squad-x-1 }
spec: { owner: squad-x-1, parentSystem: squad-a-2 }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: lead-x-1 }
spec: { memberOf: [squad-x-1], joinedAt: '2026-01-01' }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: squad-x-2 }
spec:
  type: squad
  parent: division-1a
  children: []
  kpis: [{ id: Joy, text: Joy }]
`;

/** A value that is written out more than ten thousand million times. */
const explosion = Array.from('abcdefghij')
  .map((name, level) => {
    const below = level === 0 ? 'x' : `*${'abcdefghij'[level - 1]}`;
    return `${name}: &${name} [${Array(10).fill(below).join(', ')}]`;
  })
  .join('\n');

const badInput: [string, string | Buffer, RegExp][] = [
  ['invalid YAML', 'pods: [', /invalid YAML/],
  ['an unknown field', 'pod: []', /unknown field "pod"/],
  [
    'a duplicate code',
    'divisions: [{ code: 1A, title: Again }]',
    /the code "1A" is there twice/,
  ],
  [
    'a cycle of parents',
    'pods: [{ slug: x, title: X, parent: pod-y }, { slug: y, title: Y, parent: pod-x }]',
    /lead back to itself: pod-x → pod-y → pod-x/,
  ],
  [
    'a squad whose lead does not exist',
    'divisions: [{ code: 1Z, title: Z, squads: [{ code: Z-1, title: Z, lead: lead-z-1 }] }]',
    /there is no person "lead-z-1"/,
  ],
  [
    'a dependency on a squad that does not exist',
    'divisions: [{ code: 1Z, title: Z, dependencies: [{ on: Q-7, for: Luck }] }]',
    /there is no group "Q-7"/,
  ],
  [
    'a name over 63 characters',
    `hubs: [{ slug: ${'h'.repeat(61)}, title: H }]`,
    /has 65 characters, and 63 are allowed/,
  ],
  [
    'two titles that collapse to one name',
    'divisions: [{ code: 2/A, title: Two }, { code: 2.A, title: Two }]',
    /becomes the name division-2-a, and so does "2\/A"/,
  ],
  [
    'a 10 MB file',
    Buffer.alloc(10 * 1024 * 1024, '#'),
    /the file has 10 MB, more than the 1 MB/,
  ],
  [
    'a file that is not UTF-8',
    Buffer.from('pods: [] # caf\xe9', 'latin1'),
    /the file is not UTF-8/,
  ],
  ['YAML aliases that explode', explosion, /aliases of this file multiply/],
  ['an empty file', '', /the file is empty/],
];

describe('catalogModuleOrgModel', () => {
  let folder: string;
  let elsewhere: string;
  let backend: TestBackend;
  const scheduler = mockServices.scheduler();
  const events = mockServices.events.mock();
  const auditor = mockServices.auditor.mock();
  const permissions = mockServices.permissions.mock();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'org-model-'));
    elsewhere = await mkdtemp(join(tmpdir(), 'org-plain-'));
    await writeFile(join(folder, 'org.yaml'), sampleOrg);
    await writeFile(join(elsewhere, 'squad.yaml'), plainSquad);
    await mkdir(join(elsewhere, 'sites'));
    auditor.createEvent.mockResolvedValue({
      success: async () => undefined,
      fail: async () => undefined,
    });
    permissions.authorize.mockImplementation(async asked =>
      asked.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
    permissions.authorizeConditional.mockImplementation(async asked =>
      asked.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleOrgModel,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        events.factory,
        auditor.factory,
        permissions.factory,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [{ allow: ['Group', 'System', 'User'] }],
              orgModel: {
                directory: folder,
                docsDirectory: join(elsewhere, 'sites'),
                frequency: { minutes: 10 },
              },
              locations: [
                { type: 'file', target: join(elsewhere, 'squad.yaml') },
              ],
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend.stop();
    await rm(folder, { recursive: true });
    await rm(elsewhere, { recursive: true });
  });

  const importNow = () => scheduler.triggerTask('org-model-import');

  async function entities(): Promise<Map<string, Entity>> {
    const { body } = await request(backend.server).get('/api/catalog/entities');
    return new Map(
      (body as Entity[]).map(each => [stringifyEntityRef(each), each]),
    );
  }

  async function status(): Promise<DefinitionsStatus> {
    const { body } = await request(backend.server).get(
      '/api/catalog/org-model/status',
    );
    return body;
  }

  async function relations(ref: string): Promise<string[]> {
    const entity = (await entities()).get(ref);
    return (entity?.relations ?? []).map(
      ({ targetRef, type }) => `${type} ${targetRef}`,
    );
  }

  /** The catalog once everything in it has been processed. */
  async function settled(size: number): Promise<Map<string, Entity>> {
    return eventually(async () => {
      const all = await entities();
      expect(all.size).toBe(size);
      const dangling = [...all.values()]
        .flatMap(each => each.relations ?? [])
        .filter(({ targetRef }) => !all.has(targetRef));
      expect(dangling).toEqual([]);
      return all;
    });
  }

  it('brings the files into the catalog beside plain YAML, with no dangling relation', async () => {
    const all = await settled(25);
    expect(await status()).toMatchObject({
      status: 'ok',
      entities: 21,
      problems: [],
    });
    expect(
      all.get('group:default/squad-a-1')?.metadata.annotations,
    ).toMatchObject({
      'backstage.io/managed-by-location': expect.stringMatching(
        /^file:org-model-.+\/org\.yaml:11$/,
      ),
      'backstage.io/managed-by-origin-location': 'org-model:default',
    });
  });

  it('emits relations both ways, for compiled and plain squads alike', async () => {
    expect(await relations('group:default/squad-a-1')).toEqual(
      expect.arrayContaining([
        'childOf group:default/division-1a',
        'ledBy user:default/lead-a-1',
        'teamDependencyOf group:default/squad-a-2',
        'teamDependencyOf group:default/squad-x-1',
      ]),
    );
    expect(await relations('group:default/squad-x-1')).toEqual(
      expect.arrayContaining([
        'childOf group:default/division-1a',
        'hasMember user:default/lead-x-1',
        'ledBy user:default/lead-x-1',
        'teamDependsOn group:default/squad-a-1',
      ]),
    );
    expect(await relations('user:default/lead-x-1')).toContain(
      'leaderOf group:default/squad-x-1',
    );
    expect(await relations('system:default/squad-a-2')).toEqual(
      expect.arrayContaining([
        'hasPart system:default/squad-x-1',
        'partOf domain:default/division-1a',
      ]),
    );
    expect(await relations('system:default/unit-a-1-u-r1')).toEqual([
      'hasPart component:default/unit-a-1-u-r1',
      'ownedBy group:default/unit-a-1-u-r1',
      'partOf system:default/squad-a-1',
    ]);
    expect(await relations('resource:default/tech-istio')).toEqual([
      'dependencyOf component:default/unit-a-1-u-r1',
      'dependencyOf system:default/squad-a-1',
      'ownedBy group:default/squad-a-1',
    ]);
  });

  it('keeps a squad out whose plain YAML has a field that does not fit', async () => {
    expect((await entities()).has('group:default/squad-x-2')).toBe(false);
  });

  it('announces and audits an import', async () => {
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'org-model.imported',
      eventPayload: expect.objectContaining({
        entities: 21,
        added: 21,
        deleted: 0,
      }),
    });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'org-model-import' }),
    );
  });

  it('tells its state to signed-in callers only', async () => {
    const { status: code } = await request(backend.server)
      .get('/api/catalog/org-model/status')
      .set('Authorization', mockCredentials.none.header());
    expect(code).toBe(401);
  });

  it('tells its state to nobody who may not read the organization', async () => {
    permissions.authorize.mockResolvedValueOnce([
      { result: AuthorizeResult.DENY },
    ]);
    const answer = await request(backend.server).get(
      '/api/catalog/org-model/status',
    );
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain('"org-model.read"');
  });

  it('brings back what was deleted through the catalog', async () => {
    const ref = 'group:default/pod-night';
    const deleted = (await entities()).get(ref)!;
    await request(backend.server)
      .delete(`/api/catalog/entities/by-uid/${deleted.metadata.uid}`)
      .expect(204);
    expect((await entities()).has(ref)).toBe(false);
    await importNow();
    await eventually(async () => {
      expect((await entities()).get(ref)).toMatchObject({ spec: deleted.spec });
    });
    await settled(25);
  });

  it.each(badInput)(
    'survives %s with a clear error and the catalog untouched',
    async (_, content, message) => {
      const before = await entities();
      const bad = join(folder, 'bad.yaml');
      await writeFile(bad, content);
      await importNow();
      expect(await status()).toMatchObject({
        status: 'stale',
        entities: 21,
        problems: [
          expect.objectContaining({
            severity: 'error',
            file: expect.stringMatching(/\/(bad|org)\.yaml$/),
            message: expect.stringMatching(message),
            fix: expect.stringMatching(/\w/),
          }),
        ],
      });
      expect(await entities()).toEqual(before);
      await rm(bad);
      await importNow();
      expect(await status()).toMatchObject({ status: 'ok', problems: [] });
    },
  );

  it('takes a change over when a file is saved', async () => {
    await writeFile(
      join(folder, 'org.yaml'),
      sampleOrg.replace('title: Wagons', 'title: Coaches'),
    );
    await eventually(async () => {
      const squad = (await entities()).get('group:default/squad-a-2');
      expect(squad?.metadata.title).toBe('A-2 Coaches');
    });
  });

  it('takes the docs of a squad over when they are written', async () => {
    const site = join(elsewhere, 'sites/squad-a-2');
    await mkdir(site);
    await writeFile(join(site, 'mkdocs.yml'), 'site_name: Coaches');
    await eventually(async () => {
      const system = (await entities()).get('system:default/squad-a-2');
      expect(system?.metadata.annotations).toMatchObject({
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/source-location': `file:${join(site, 'mkdocs.yml')}`,
      });
    });
    expect(events.publish).not.toHaveBeenCalledWith(
      expect.objectContaining({
        eventPayload: expect.objectContaining({ restored: expect.anything() }),
      }),
    );
  });

  it('refuses to delete more than a tenth, and says how to do it all the same', async () => {
    const before = await entities();
    await writeFile(
      join(folder, 'org.yaml'),
      'company: { title: Acme, lead: { name: ceo, title: CEO } }',
    );
    await importNow();
    expect(await status()).toMatchObject({
      status: 'stale',
      entities: 21,
      problems: [
        {
          message: expect.stringContaining(
            'the files would delete 19 of the 21 entities',
          ),
          fix: expect.stringContaining('maxDeletedPercent'),
        },
      ],
    });
    expect(await entities()).toEqual(before);
  });
});
