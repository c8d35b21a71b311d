import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DefinitionsStatus } from '@squadron/plugin-org-model-common';
import request from 'supertest';
import catalogModuleOrgModel from '../index';
import { eventually } from '../testing/eventually';
import { sampleOrg } from '../testing/sampleOrg';

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

/** A catalog with the sample organization beside plain YAML, for all tests of a file. */
export function setupCatalog() {
  const folders = { org: '', elsewhere: '' };
  let backend: TestBackend;
  const scheduler = mockServices.scheduler();
  const events = mockServices.events.mock();
  const auditor = mockServices.auditor.mock();
  const permissions = mockServices.permissions.mock();

  beforeAll(async () => {
    folders.org = await mkdtemp(join(tmpdir(), 'org-model-'));
    folders.elsewhere = await mkdtemp(join(tmpdir(), 'org-plain-'));
    await writeFile(join(folders.org, 'org.yaml'), sampleOrg);
    await writeFile(join(folders.elsewhere, 'squad.yaml'), plainSquad);
    await mkdir(join(folders.elsewhere, 'sites'));
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
                directory: folders.org,
                docsDirectory: join(folders.elsewhere, 'sites'),
                frequency: { minutes: 10 },
              },
              locations: [
                { type: 'file', target: join(folders.elsewhere, 'squad.yaml') },
              ],
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend.stop();
    await rm(folders.org, { recursive: true });
    await rm(folders.elsewhere, { recursive: true });
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

  return {
    folders,
    scheduler,
    events,
    auditor,
    permissions,
    importNow,
    entities,
    status,
    relations,
    settled,
    server: () => backend.server,
  };
}
