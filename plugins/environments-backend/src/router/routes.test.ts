import {
  TestBackend,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { environmentsContract } from '@squadron/plugin-environments-common';
import request from 'supertest';
import { MemoryCluster } from '../__testUtils__/MemoryCluster';
import { facts, hoursLater, namespace } from '../__testUtils__/records';
import { setupServices } from '../__testUtils__/services';
import { createEnvironmentAuthorizer } from '../services/EnvironmentAuthorizer';
import { createRouter } from './createRouter';

const auditor = mockServices.auditor.mock();
const permissions = mockServices.permissions.mock();
const cluster = new MemoryCluster();
const services = setupServices([cluster]);
let backend: TestBackend;

/** The real routes on a cluster in memory. */
const plugin = createBackendPlugin({
  pluginId: 'environments',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const groups = createEnvironmentAuthorizer({ ...deps, permissions });
        groups.register();
        const { now } = services.clock;
        const options = { ...deps, ...services, permissions, auditor };
        deps.httpRouter.use(createRouter({ ...options, groups, now }));
      },
    });
  },
});

function answerAll(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
  permissions.authorize.mockImplementation(async asked =>
    asked.map(() => ({ result })),
  );
  permissions.authorizeConditional.mockImplementation(async asked =>
    asked.map(() => ({ result })),
  );
}

beforeAll(async () => {
  backend = await startTestBackend({ features: [plugin] });
});

beforeEach(() => {
  auditor.createEvent.mockReset();
  auditor.createEvent.mockImplementation(async () => ({
    success: async () => {},
    fail: async () => {},
  }));
  answerAll(AuthorizeResult.ALLOW);
  services.look.forget(cluster);
  cluster.put(namespace());
});

function send(method: 'get' | 'post' | 'delete', path: string, body?: object) {
  return request(backend.server)
    [method](`/api/environments${path}`)
    .set('Authorization', mockCredentials.user.header('user:default/ann'))
    .send(body);
}

const place = '/environments/dev/dev-shop';
const wanted = { component: 'cart', owner: 'squad-b-1' };

describe('the API of environments', () => {
  it('lists them with the clock of the server and the clusters', async () => {
    const { body } = await send('get', '/environments?root=squad-b-1');
    expect(body).toMatchObject({
      at: '2026-11-28T12:00:00.000Z',
      items: [{ namespace: 'dev-shop', phase: 'ready' }],
      clusters: [{ name: 'dev', title: 'Development' }],
    });
    const one = await send('get', place);
    expect(one.body).toMatchObject({ owner: 'group:default/squad-b-1' });
    const clusters = await send('get', '/clusters');
    expect(clusters.body.items).toHaveLength(1);
  });

  it('lists those of 200 groups at once, and of no more', async () => {
    const groups = (count: number) =>
      Array(count).fill('root=group%3Adefault%2Fsquad-b-1').join('&');
    const { body } = await send('get', `/environments?${groups(200)}`);
    expect(body.items).toHaveLength(1);
    const more = await send('get', `/environments?${groups(201)}`);
    expect(more.status).toBe(400);
    expect(more.text).toContain('root');
  });

  it('makes one for the person who asks', async () => {
    const made = await send('post', '/environments', wanted);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      namespace: 'dev-cart',
      createdBy: 'user:default/ann',
      created: true,
    });
  });

  it.each([
    ['promote-environment', 'post', `${place}/promote`, undefined, 200],
    ['extend-environment', 'post', `${place}/extend`, { hours: 12 }, 200],
    ['create-kubeconfig', 'post', `${place}/kubeconfig`, {}, 201],
    ['delete-environment', 'delete', place, undefined, 204],
  ] as const)('audits %s', async (eventId, method, path, body, status) => {
    expect((await send(method, path, body)).status).toBe(status);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId,
        meta: { cluster: 'dev', namespace: 'dev-shop' },
      }),
    );
  });

  it.each([
    ['component', { ...wanted, component: 'Not A Name' }],
    ['owner', { component: 'cart' }],
  ])('refuses a wrong %s', async (field, body) => {
    const { status, text } = await send('post', '/environments', body);
    expect(status).toBe(400);
    expect(text).toContain(field);
  });

  it('counts what a group has today, and nothing of other days', async () => {
    const of = (from: string, to: string) =>
      send('get', `/measures/in-use?group=squad-b-1&from=${from}&to=${to}`);
    const today = await of('2026-11-01', '2026-11-28');
    expect(today.body.rows).toEqual([
      {
        group: 'group:default/squad-b-1',
        day: '2026-11-28',
        sum: (await cluster.namespaces()).length,
        count: 1,
      },
    ]);
    const before = await of('2026-11-01', '2026-11-27');
    expect(before.body.rows).toEqual([]);
  });

  it('gives no number while a cluster is down', async () => {
    cluster.isDown = true;
    const answer = await send(
      'get',
      '/measures/in-use?from=2026-11-01&to=2026-11-28',
    );
    cluster.isDown = false;
    expect(answer.status).toBe(503);
  });

  it('says what it does not measure', async () => {
    const days = 'from=2026-11-01&to=2026-11-28';
    const unknown = await send('get', `/measures/speed?${days}`);
    expect(unknown.status).toBe(404);
    const narrow = await send('get', `/measures/in-use?size=1&${days}`);
    expect(narrow.text).toContain('has no dimension');
  });
});

describe('who may not', () => {
  const paths = Object.values(environmentsContract.routes).map(
    ({ method, path }) =>
      [
        method.toLowerCase() as 'get' | 'post' | 'delete',
        path
          .replace(':cluster', 'dev')
          .replace(':namespace', 'dev-shop')
          .replace(':measure', 'in-use'),
      ] as const,
  );

  it.each(paths)('is refused: %s %s', async (method, path) => {
    answerAll(AuthorizeResult.DENY);
    const before = cluster.peek('dev-shop');
    const query = path.startsWith('/measures/')
      ? '?from=2026-11-01&to=2026-11-28'
      : '';
    const body = method === 'post' ? wanted : undefined;
    const { status } = await send(method, `${path}${query}`, body);
    expect(status).toBe(403);
    expect(cluster.peek('dev-shop')).toEqual(before);
    expect(auditor.createEvent).toHaveBeenCalled();
  });

  it('is decided by the group that owns it', async () => {
    cluster.put(namespace({}, facts({ expiresAt: hoursLater(80) })));
    permissions.authorizeConditional.mockImplementation(async () => [
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'environments',
        resourceType: 'environment',
        conditions: {
          rule: 'WITHIN_GROUPS',
          resourceType: 'environment',
          params: { groups: ['group:default/squad-c-1'] },
        },
      },
    ]);
    const foreign = await send('post', `${place}/extend`, {});
    expect(foreign.status).toBe(403);
    const own = { component: 'cup', owner: 'squad-c-1' };
    expect((await send('post', '/environments', own)).status).toBe(201);
  });
});
