import {
  TestBackend,
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Onboarding,
  onboardingSchema,
  orgModelContract,
} from '@squadron/plugin-org-model-common';
import request from 'supertest';
import {
  StaticProvider,
  entity,
  eventually,
  startWithCatalog,
} from '../__testUtils__/backend';

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const provider = new StaticProvider([
  entity('Group', 'company', { type: 'organization', children: [] }),
  entity('Group', 'squad-a', {
    type: 'squad',
    parent: 'company',
    lead: 'lead-a',
    roles: ['engineer'],
    children: [],
  }),
  entity('User', 'lead-a', { memberOf: ['squad-a'] }),
  entity('User', 'ann', { memberOf: ['squad-a'], joinedAt: daysAgo(9) }),
  entity('User', 'bob', { memberOf: ['company'], joinedAt: daysAgo(20) }),
]);
const checklist = `id: engineer
title: Engineer
for: [engineer]
day:
  - { id: boss, title: Meet your lead, meet: lead }
  - { id: docs, title: Read, read: /docs/default/component/portal/ }
`;

let denied: string[] = [];
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => {
    const authorize = async (
      requests: readonly { permission: { name: string } }[],
    ) =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })) as { result: AuthorizeResult.ALLOW | AuthorizeResult.DENY }[];
    return { authorize, authorizeConditional: authorize };
  },
});
const createEvent = jest.fn(async () => ({
  success: async () => {},
  fail: async () => {},
}));

describe('the onboarding routes', () => {
  const directory = createMockDirectory({
    content: { 'engineer.yaml': checklist },
  });
  let backend: TestBackend;
  let send: Awaited<ReturnType<typeof startWithCatalog>>['send'];

  const ann = 'user:default/ann';
  const lead = 'user:default/lead-a';
  const own = async (user = ann): Promise<Onboarding> =>
    onboardingSchema.parse((await send('get', '/onboarding', user)).body);
  const change = (method: 'put' | 'delete', item: string, user = ann) =>
    send(method, `/onboarding/items/${item}`, user);
  const people = (user: string) => send('get', '/onboarding/people', user);

  beforeAll(async () => {
    ({ backend, send } = await startWithCatalog(
      provider,
      [permissions, mockServices.auditor.mock({ createEvent }).factory],
      { onboarding: { directory: directory.path } },
    ));
    await eventually(
      async () => (await send('get', '/people')).body.total,
      total => total === 3,
    );
  }, 60_000);
  beforeEach(() => {
    denied = [];
    createEvent.mockClear();
  });
  afterAll(async () => {
    await backend?.stop();
  });

  it('answer the own checklist, with what does not apply now', async () => {
    const { done, total, isNew, phases } = await own();
    expect([done, total, isNew]).toEqual([0, 1, true]);
    expect(phases[0].items).toMatchObject([
      { id: 'boss', people: [{ ref: lead, why: 'leads squad-a' }] },
      { id: 'docs', unavailable: 'These docs are not in the portal yet' },
    ]);
    const bobs = await own('user:default/bob');
    expect(bobs).toMatchObject({ isNew: true, phases: [], total: 0 });
  });

  it('tick and take back, as often as they are asked, and audit it', async () => {
    for (const _ of [1, 2]) {
      expect((await change('put', 'boss')).status).toBe(204);
    }
    expect((await own()).done).toBe(1);
    expect((await own(lead)).done).toBe(0);
    for (const _ of [1, 2]) {
      expect((await change('delete', 'boss')).status).toBe(204);
    }
    expect((await own()).done).toBe(0);
    expect(createEvent.mock.calls).toMatchObject([
      [{ eventId: 'tick-onboarding-item', meta: { item: 'boss' } }],
      [{ eventId: 'tick-onboarding-item', meta: { item: 'boss' } }],
      [{ eventId: 'untick-onboarding-item', meta: { item: 'boss' } }],
      [{ eventId: 'untick-onboarding-item', meta: { item: 'boss' } }],
    ]);
  });

  it.each([
    ['gone', 404, 'Your checklist has no item "gone"'],
    ['docs', 409, '"Read" cannot be ticked now'],
    ['A%20B', 400, 'path parameter "item"'],
  ])('refuse to tick %s with %d', async (item, status, message) => {
    const response = await change('put', item);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });

  it('show a lead how far their new people are, and others nobody', async () => {
    await change('put', 'boss');
    const { newPeople } = orgModelContract.routes;
    const seen = newPeople.response.parse((await people(lead)).body);
    expect(seen).toMatchObject({
      items: [{ person: { name: 'ann' }, done: 1, total: 1 }],
      total: 1,
    });
    expect((await people('user:default/bob')).body.items).toEqual([]);
    const one = (user: string) =>
      send('get', '/onboarding/people/default/ann', user);
    expect(onboardingSchema.parse((await one(lead)).body).done).toBe(1);
    const refused = await one('user:default/bob');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(
      'user:default/ann is none of these',
    );
    await change('delete', 'boss');
  });

  it('ask for the permission to tick, and for the one to follow', async () => {
    denied = ['org-model.onboarding.tick', 'org-model.onboarding.follow'];
    expect((await change('put', 'boss')).status).toBe(403);
    expect((await people(lead)).status).toBe(403);
    expect((await own()).done).toBe(0);
  });

  it('are about a person, whom a plugin is not', async () => {
    const response = await request(backend.server)
      .put('/api/org-model/onboarding/items/boss')
      .set('Authorization', mockCredentials.service.header());
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('the token of a user');
  });

  it('have an action for assistants', async () => {
    const invoke = (authorization: string) =>
      request(backend.server)
        .post(
          '/api/org-model/.backstage/actions/v2/actions/org-model:get-onboarding/invoke',
        )
        .set('Authorization', authorization)
        .send({ input: {} });
    const { body } = await invoke(mockCredentials.user.header(ann));
    expect(body.output).toMatchObject({ person: { name: 'ann' }, total: 1 });
    const refused = await invoke(mockCredentials.service.header());
    expect(refused.status).toBe(403);
  });
});
