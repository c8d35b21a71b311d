import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import authPlugin from '@backstage/plugin-auth-backend';
import { authModuleDemoProvider } from './module';

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Group',
    metadata: {
      name: 'squad-b-1',
      namespace: 'default',
      title: 'B-1 Compute Platform',
    },
    spec: { type: 'squad', children: [], roles: ['sre'] },
  },
  {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'User',
    metadata: { name: 'lead-b-1', namespace: 'default' },
    spec: {
      profile: { displayName: 'B-1 lead', email: 'lead-b-1@example.com' },
      role: 'Squad lead',
    },
    relations: [
      { type: 'memberOf', targetRef: 'group:default/squad-b-1' },
      { type: 'leaderOf', targetRef: 'group:default/squad-b-1' },
    ],
  },
];

async function start(providers: object = { demo: {} }) {
  const auditor = mockServices.auditor.mock();
  const events: { outcome: string; options: unknown }[] = [];
  auditor.createEvent.mockImplementation(async options => ({
    success: async () => {
      events.push({ outcome: 'success', options });
    },
    fail: async () => {
      events.push({ outcome: 'fail', options });
    },
  }));
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleDemoProvider,
      catalogServiceMock.factory({ entities }),
      auditor.factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:7007' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { providers },
        },
      }),
    ],
  });
  return { server, events };
}

describe('authModuleDemoProvider', () => {
  it('signs in as the named person, with the person’s groups', async () => {
    const { server, events } = await start();
    const response = await request(server)
      .get('/api/auth/demo/refresh')
      .set('x-demo-persona', 'lead-b-1');

    expect(response.status).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body).toMatchObject({
      providerInfo: {},
      profile: { displayName: 'B-1 lead', email: 'lead-b-1@example.com' },
      backstageIdentity: {
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        expiresInSeconds: expect.any(Number),
        identity: {
          type: 'user',
          userEntityRef: 'user:default/lead-b-1',
          ownershipEntityRefs: [
            'user:default/lead-b-1',
            'group:default/squad-b-1',
          ],
        },
      },
    });
    expect(events).toEqual([]);
  });

  it.each([
    ['somebody unknown', { 'x-demo-persona': 'nobody' }, 404, /personas/],
    ['no person', {}, 400, /x-demo-persona/],
    ['a path', { 'x-demo-persona': '../ciso' }, 400, /x-demo-persona/],
    [
      'another site',
      { 'x-demo-persona': 'lead-b-1', origin: 'https://evil.example' },
      403,
      /only the portal itself/,
    ],
    [
      'another site without an origin',
      { 'x-demo-persona': 'lead-b-1', 'sec-fetch-site': 'cross-site' },
      403,
      /only the portal itself/,
    ],
  ])('denies and audits %s', async (_, headers, status, message) => {
    const { server, events } = await start();
    const response = await request(server)
      .get('/api/auth/demo/refresh')
      .set(headers as Record<string, string>);

    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(message);
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    expect(events).toEqual([
      {
        outcome: 'fail',
        options: expect.objectContaining({ eventId: 'sign-in' }),
      },
    ]);
  });

  it('does not sign in by POST, which a form of another site could send', async () => {
    const { server } = await start();
    const response = await request(server)
      .post('/api/auth/demo/refresh')
      .set('x-demo-persona', 'lead-b-1');
    expect(response.status).toBe(403);
  });

  it('lists people without a session', async () => {
    const { server } = await start();
    const response = await request(server).get(
      '/api/auth/demo/personas?q=compute&limit=5',
    );
    expect(response.status).toBe(200);
    const person = {
      name: 'lead-b-1',
      title: 'B-1 lead',
      role: 'Squad lead',
      squad: 'B-1 Compute Platform',
      level: 'squad',
      portalRole: 'manager',
    };
    expect(response.body).toEqual({
      items: [person],
      total: 1,
      suggested: [person],
    });
  });

  it('refuses a list that is asked for wrongly, or by another site', async () => {
    const { server } = await start();
    const wrong = await request(server).get('/api/auth/demo/personas?limit=0');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toMatch(/^limit: /);

    const foreign = await request(server)
      .get('/api/auth/demo/personas')
      .set('origin', 'https://evil.example');
    expect(foreign.status).toBe(403);
  });

  it('serves nothing while it is not configured', async () => {
    const { server } = await start({});
    for (const path of ['personas', 'refresh']) {
      const response = await request(server)
        .get(`/api/auth/demo/${path}`)
        .set('x-demo-persona', 'lead-b-1');
      expect(response.status).toBe(404);
    }
  });

  it('signs out', async () => {
    const { server } = await start();
    const response = await request(server).post('/api/auth/demo/logout');
    expect(response.status).toBe(204);
  });
});
