import {
  TestBackend,
  TestDatabases,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { withinGroupsDecision } from '@squadron/plugin-org-model-node';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { startScorecards } from '../__testUtils__/backend';
import { openTables, putCells } from '../__testUtils__/read';
import { cell, tree, userRef } from '../__testUtils__/work';
import { dayOf, dayText } from '../domain/day';

const { routes } = scorecardsContract;
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const today = dayOf(Date.now());
const month = dayText(today).slice(0, 7);
const reason = 'The old site closes soon';

const denied = new Set<string>();
/** As the policy of the organization decides: what a group owns, whoever may act for the group changes. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => {
    const userOf = (credentials: { principal?: unknown }) =>
      (credentials.principal as { userEntityRef?: string }).userEntityRef ?? '';
    const decide = (
      { name, type }: { name: string; type: string },
      user: string,
    ): PolicyDecision => {
      if (denied.has(name)) return { result: AuthorizeResult.DENY };
      if (type !== 'resource') return { result: AuthorizeResult.ALLOW };
      const groups = tree.withinGroups(user);
      return withinGroupsDecision({
        pluginId: 'scorecards',
        resourceType: 'scorecard',
        groups,
      });
    };
    return {
      authorize: async (requests, { credentials }) =>
        requests.map(({ permission }) => ({
          result: decide(permission, userOf(credentials)).result as
            AuthorizeResult.ALLOW | AuthorizeResult.DENY,
        })),
      authorizeConditional: async (requests, { credentials }) =>
        requests.map(({ permission }) =>
          decide(permission, userOf(credentials)),
        ),
    };
  },
});
const createEvent = jest.fn(async () => ({
  success: async () => {},
  fail: async () => {},
}));
const notifications = createServiceFactory({
  service: notificationService,
  deps: {},
  factory: () => ({ send: async () => {} }),
});

describe('the routes about work', () => {
  let knex: Knex;
  let backend: TestBackend;
  let send: Awaited<ReturnType<typeof startScorecards>>['send'];

  const post = (path: string, body: object, user: string) =>
    send('post', path, userRef(user)).send(body);
  const ask = (user = 'eve', entity = 'squad') =>
    post(
      '/waivers',
      { kpi: 'uptime', entity, reason, until: dayText(today + 10) },
      user,
    );
  const get = async (path: string, user = 'eve') =>
    (await send('get', path, userRef(user))).body;

  beforeAll(async () => {
    knex = await openTables(databases, 'SQLITE_3');
    ({ backend, send } = await startScorecards({
      knex,
      tree,
      kpis: [
        {
          id: 'uptime',
          title: 'Uptime',
          text: 'Uptime of at least 99 %',
          owner: 'squad',
          appliesTo: { groups: ['squad', 'other', 'far'] },
          category: 'availability',
          kind: 'ratio',
          every: '1 min',
          window: '30 d',
          errorBudget: '30 d',
          onNoData: 'bad',
          source: 'push',
          target: '>= 99%',
          document: 'Test',
        },
      ],
      features: [
        permissions,
        notifications,
        mockServices.auditor.mock({ createEvent }).factory,
      ],
    }));
  }, 60_000);
  beforeEach(async () => {
    denied.clear();
    createEvent.mockClear();
    await knex('waivers').delete();
    await knex('campaigns').delete();
    await knex('cells').delete();
    await putCells(knex, [
      cell('uptime', 'squad'),
      cell('uptime', 'other'),
      cell('uptime', 'far'),
    ]);
  });
  afterAll(async () => {
    await backend?.stop();
  });

  it('take a waiver from request over approval to its end, audited', async () => {
    const asked = await ask();
    expect(asked.status).toBe(201);
    const { id } = routes.requestWaiver.response.parse(asked.body);
    const { items } = routes.waivers.response.parse(
      await get('/waivers?mine=true', 'dora'),
    );
    expect(items.map(each => [each.id, each.mine])).toEqual([[id, true]]);
    expect((await get('/waivers?mine=true', 'eve')).items).toEqual([]);
    const granted = await post(
      `/waivers/${id}/approve`,
      { version: 1 },
      'dora',
    );
    expect(routes.approveWaiver.response.parse(granted.body).state).toBe(
      'approved',
    );
    const ended = await post(
      `/waivers/${id}/revoke`,
      { version: 2, reason },
      'sam',
    );
    expect([ended.status, ended.body.state]).toEqual([200, 'revoked']);
    expect((await get(`/waivers/${id}`)).revocationReason).toBe(reason);
    expect(createEvent.mock.calls.flat()).toMatchObject([
      {
        eventId: 'request-waiver',
        severityLevel: 'medium',
      },
      { eventId: 'approve-waiver', meta: { id } },
      { eventId: 'revoke-waiver', meta: { id } },
    ]);
  });

  it('answer 409 to the second of two who decide', async () => {
    const { id } = (await ask()).body;
    const answers = await Promise.all([
      post(`/waivers/${id}/approve`, { version: 1 }, 'dora'),
      post(`/waivers/${id}/deny`, { version: 1, reason }, 'ceo'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('answer 409 to a second request, and name the first', async () => {
    const { id } = (await ask()).body;
    const again = await ask('sam');
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain(id);
  });

  it.each([
    ['olga', 'squad', 403, 'scorecards.waiver.request'],
    ['eve', 'far', 403, 'scorecards.waiver.request'],
    ['eve', 'nobody', 404, '"nobody" does not have the KPI'],
  ])('refuse a request of %s for %s with %d', async (who, of, status, text) => {
    const { status: got, body } = await ask(who, of);
    expect(got).toBe(status);
    expect(body.error.message).toContain(text);
    expect(await knex('waivers')).toEqual([]);
  });

  it.each([
    [{ reason: 'too short' }, 'at least ten characters'],
    [{ until: '2026-02-30' }, 'a day of the calendar'],
    [{ until: dayText(today + 181) }, '180 days from now'],
    [{ until: dayText(today - 1) }, 'between today and'],
    [{ more: 1 }, 'more'],
  ])('refuse a request with %j', async (wrong, text) => {
    const { status, body } = await post(
      '/waivers',
      {
        kpi: 'uptime',
        entity: 'squad',
        reason,
        until: dayText(today),
        ...wrong,
      },
      'eve',
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain(text);
  });

  it('need leave to decide, and a reason to refuse', async () => {
    const { id } = (await ask()).body;
    const word = { version: 1, reason };
    const vague = await post(`/waivers/${id}/deny`, { version: 1 }, 'dora');
    expect(vague.status).toBe(400);
    const own = await post(`/waivers/${id}/approve`, word, 'eve');
    expect(own.status).toBe(403);
    denied.add('scorecards.waiver.decide');
    for (const action of ['approve', 'deny']) {
      const { status } = await post(`/waivers/${id}/${action}`, word, 'dora');
      expect(status).toBe(403);
    }
    const back = await post(`/waivers/${id}/revoke`, word, 'eve');
    expect(back.status).toBe(200);
  });

  it('are about people, which a plugin is not', async () => {
    const { status, body } = await request(backend.server)
      .post('/api/scorecards/waivers')
      .set('Authorization', mockCredentials.service.header())
      .send({ kpi: 'uptime', entity: 'squad', reason, until: dayText(today) });
    expect(status).toBe(403);
    expect(body.error.message).toContain('the token of a user');
  });

  it('run a campaign for who may act for its group', async () => {
    const body = {
      title: 'All green',
      group: 'division',
      kpis: ['uptime'],
      owner: 'user:default/dora',
      from: dayText(today),
      due: dayText(today + 20),
    };
    expect((await post('/campaigns', body, 'sam')).status).toBe(403);
    const begun = await post('/campaigns', body, 'dora');
    expect(begun.status).toBe(201);
    const campaign = routes.startCampaign.response.parse(begun.body);
    expect(campaign).toMatchObject({ state: 'running', start: { missed: 2 } });
    const path = `/campaigns/${campaign.id}`;
    const change = { ...body, title: 'All of it', version: 1 };
    const put = (user: string) => send('put', path, userRef(user)).send(change);
    expect((await put('sam')).status).toBe(403);
    expect((await put('dora')).body.title).toBe('All of it');
    expect((await put('dora')).status).toBe(409);
    const close = (user: string) => send('delete', path, userRef(user));
    expect((await close('sam')).status).toBe(403);
    expect((await close('dora')).status).toBe(204);
    const { items } = routes.campaigns.response.parse(
      await get('/campaigns?root=company&state=closed'),
    );
    expect(items.map(({ id }) => id)).toEqual([campaign.id]);
    expect((await get(path)).state).toBe('closed');
  });

  it('answer error budgets and reports to readers alone', async () => {
    const paths = [
      '/error-budgets/uptime?entity=division',
      `/reports/${month}`,
      `/reports/${month}/table.csv?root=squad`,
      '/campaigns',
      '/waivers',
    ];
    for (const path of paths) {
      expect((await send('get', path)).status).toBe(200);
    }
    routes.errorBudgets.response.parse(await get(paths[0]));
    routes.report.response.parse(await get(paths[1]));
    const csv = await send('get', paths[2]);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text).toContain('section,group,kpi');
    expect((await send('get', '/reports/2026-W60')).status).toBe(400);
    expect((await send('get', '/reports/2999-01')).status).toBe(400);
    denied.add('scorecards.read');
    for (const path of paths) {
      expect((await send('get', path)).status).toBe(403);
    }
  });
});
