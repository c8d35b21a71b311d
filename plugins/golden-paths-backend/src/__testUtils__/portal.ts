import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import {
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  type TestBackend,
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  GitAddresses,
  GitStore,
  gitUrlReaderFactory,
} from '@squadron/plugin-git-node';
import {
  type OrgModelService,
  orgModelServiceRef,
} from '@squadron/plugin-org-model-node';
import goldenPathsModule from '@squadron/plugin-scaffolder-backend-module-golden-paths';
import { type GitHostServer, startGitHost } from '@squadron/test-git-host';
import request from 'supertest';
import goldenPathsPlugin from '..';
import { tree } from './organization';
import { templateEntity } from './templates';

const app = 'http://localhost:3000';
const api = 'http://localhost:7007';
const tagPolicy = resolvePackagePath(
  '@squadron/plugin-golden-paths-backend',
  '../../catalog-info/costs/tag-policy.yaml',
);
const orgModel: Partial<OrgModelService> = { tree: async () => tree };

/** The plugin beside the real scaffolder and its golden paths, with repositories of its own or on a host too. */
export function setupPortal({
  host: kind,
}: { host?: 'github' | 'gitlab' } = {}) {
  const home = createMockDirectory();
  const files = createMockDirectory();
  const store = new GitStore({ directory: home.resolve('git') });
  const addresses = new GitAddresses({ appBaseUrl: app, backendBaseUrl: api });
  const entities = new Map<string, Entity>();
  const auditor = mockServices.auditor.mock();
  const permissions = mockServices.permissions.mock();
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async ref =>
      entities.get(typeof ref === 'string' ? ref : stringifyEntityRef(ref)),
    getEntities: async (query, options) =>
      catalogServiceMock({ entities: [...entities.values()] }).getEntities(
        query,
        options,
      ),
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref => entities.get(ref)),
    }),
  });
  let backend: TestBackend;
  let host: GitHostServer | undefined;

  /** Configuration of what the portal publishes to. */
  async function startHost() {
    if (!kind) return { git: {} };
    const { integration, owner } = (host = await startGitHost({ kind }));
    return {
      integrations: { [kind]: [integration] },
      git: { publishTo: { host: integration.host, owner } },
    };
  }

  beforeAll(async () => {
    const { integrations, git } = await startHost();
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        goldenPathsModule,
        goldenPathsPlugin,
        gitUrlReaderFactory,
        auditor.factory,
        catalog.factory,
        permissions.factory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: app },
            backend: { baseUrl: api },
            integrations,
            squadron: {
              git: { directory: home.resolve('git'), ...git },
              goldenPaths: { tagPolicy },
            },
          },
        }),
        createServiceFactory({
          service: orgModelServiceRef,
          deps: {},
          factory: () => orgModel as OrgModelService,
        }),
      ],
    });
  });
  afterAll(() => backend.stop());
  afterAll(() => host?.stop());

  /** Who asks may do everything, or nothing. */
  function answerAll(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
    permissions.authorize.mockImplementation(async asked =>
      asked.map(() => ({ result })),
    );
    permissions.authorizeConditional.mockImplementation(async asked =>
      asked.map(() => ({ result })),
    );
  }

  beforeEach(() => {
    home.clear();
    entities.clear();
    catalog.refreshEntity.mockReset();
    auditor.createEvent.mockReset();
    auditor.createEvent.mockImplementation(async () => ({
      success: async () => {},
      fail: async () => {},
    }));
    answerAll(AuthorizeResult.ALLOW);
  });

  /** Asks the API; of another plugin where the path names it. */
  async function send(
    method: 'get' | 'post',
    path: string,
    body?: object,
    plugin = 'golden-paths',
  ) {
    return request(backend.server)
      [method](`/api/${plugin}${path}`)
      .set('Authorization', mockCredentials.user.header('user:default/ann'))
      .send(body);
  }

  /** Asks for a change, and goes away while the portal looks up who may do so; answers how the change went then. */
  async function leave(path: string): Promise<'success' | 'fail'> {
    const ended = Promise.withResolvers<'success' | 'fail'>();
    // What is rendered for it is audited by itself.
    auditor.createEvent.mockImplementationOnce(async () => ({
      success: async () => ended.resolve('success'),
      fail: async () => ended.resolve('fail'),
    }));
    const connected = once(backend.server, 'connection');
    const asking = httpRequest({
      agent: false,
      method: 'POST',
      port: backend.server.port(),
      path: `/api/golden-paths${path}`,
      headers: {
        authorization: mockCredentials.user.header('user:default/ann'),
      },
    });
    permissions.authorizeConditional.mockImplementationOnce(async asked => {
      const [socket] = await connected;
      asking.destroy();
      await once(socket, 'close');
      return asked.map(() => ({ result: AuthorizeResult.ALLOW }));
    });
    // It is we who go.
    asking.on('error', () => {});
    asking.end();
    return ended.promise;
  }

  /** What `content/` of the golden path holds from now on, and of which version it is. */
  async function putTemplate(
    content: Parameters<typeof files.setContent>[0],
    change: Partial<Parameters<typeof templateEntity>[0]> = {},
  ) {
    const template = templateEntity({
      version: '1.0.0',
      location: `file:${home.resolve('greeting/template.yaml')}`,
      ...change,
    });
    entities.set(stringifyEntityRef(template), template);
    home.addContent({ greeting: { 'template.yaml': '', content } });
    await chmod(home.resolve('greeting/content/run.sh'), 0o755);
  }

  return {
    addresses,
    answerAll,
    auditor,
    catalog,
    entities,
    files,
    home,
    leave,
    /** Where the portal publishes to. */
    host() {
      if (host) return host;
      throw new Error('This portal publishes to no host');
    },
    permissions,
    putTemplate,
    send,
    store,
  };
}
