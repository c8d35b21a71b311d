import { TestDatabases, mockCredentials } from '@backstage/backend-test-utils';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';
import request from 'supertest';
import {
  createEvent,
  denied,
  reason,
  setupWorkRoutes,
  today,
} from '../__testUtils__/workRoutes';
import { userRef } from '../__testUtils__/work';
import { dayText } from '../domain/day';

const { routes } = scorecardsContract;
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const month = dayText(today).slice(0, 7);

describe('the routes about work', () => {
  const { post, ask, get, send, knex, server } = setupWorkRoutes(databases);

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
    expect(await knex()('waivers')).toEqual([]);
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
    const { status, body } = await request(server())
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
