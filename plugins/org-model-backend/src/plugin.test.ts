import { TestBackend, mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { meSchema, orgModelContract } from '@squadron/plugin-org-model-common';
import request from 'supertest';
import {
  StaticProvider,
  entity,
  eventually,
  startWithCatalog,
} from './__testUtils__/backend';
import {
  entities,
  features,
  imported,
  world,
} from './__testUtils__/besideCatalog';

describe('orgModelPlugin beside the catalog', () => {
  const provider = new StaticProvider(entities);
  let backend: TestBackend;
  let send: Awaited<ReturnType<typeof startWithCatalog>>['send'];

  const tree = async () => (await send('get', '/tree')).body.nodes ?? [];

  beforeAll(async () => {
    ({ backend, send } = await startWithCatalog(provider, features));
    await eventually(tree, nodes => nodes.length === 2);
  }, 60_000);

  beforeEach(() => {
    world.result = AuthorizeResult.ALLOW;
  });

  afterAll(async () => {
    await backend?.stop();
  });

  it('answers the tree as its contract says, with roll-ups', async () => {
    const { body } = await send('get', '/tree?root=system:default/squad-b-1');
    const answer = orgModelContract.routes.tree.response.parse(body);
    expect(answer.root).toBe('group:default/squad-b-1');
    expect(answer.nodes[0].rollUp).toEqual({
      descendants: 0,
      people: { direct: 2, total: 2 },
      systems: { direct: 1, total: 1 },
    });
  });

  it('answers again and again without a request to the catalog', async () => {
    const before = world.catalogCalls;
    for (let i = 0; i < 100; i++) {
      expect((await send('get', '/tree')).status).toBe(200);
    }
    await send('get', '/people');
    await send('get', '/groups/group/default/squad-b-1');
    // The poll may look at the catalog in this moment, with some requests each time.
    expect(world.catalogCalls - before).toBeLessThanOrEqual(12);
  });

  it('answers 304 to whom has the tree', async () => {
    const { headers } = await send('get', '/tree');
    const again = await send('get', '/tree').set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
  });

  it.each([
    ['/tree?root=squad-z', 404, 'The tree has no group "squad-z"'],
    ['/tree?depth=-1', 400, 'query parameter "depth"'],
    [
      '/groups/user/default/ann',
      404,
      'The tree has no group "user:default/ann"',
    ],
    ['/snapshot?asOf=yesterday', 400, 'write a date as YYYY-MM-DD'],
    [
      '/snapshot?asOf=2020-01-01',
      404,
      'Nothing is known of the organization at the end of 2020-01-01',
    ],
    ['/rhythm?from=2026-01-01&to=2025-01-01', 400, 'turn it round'],
    ['/rhythm?from=2020-01-01&to=2026-01-01', 400, 'at most 800 days'],
    ['/ownership?root=company&root=squad-z', 404, 'no group "squad-z"'],
    ['/ownership?root=a%20b', 400, 'write a reference such as'],
    ['/people?cursor=x', 400, 'The cursor does not belong to this list'],
  ])('answers %s with %d and what to do', async (path, status, message) => {
    const response = await send('get', path);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });

  it('answers what the contract says on the other routes', async () => {
    const me = meSchema.parse((await send('get', '/people/me')).body);
    expect(me.person?.name).toBe('ann');
    const rhythm = await send('get', '/rhythm?from=2026-01-01&to=2026-01-31');
    expect(rhythm.body.occurrences).toHaveLength(5);
    const several = await send(
      'get',
      '/rhythm?group=squad-b-1&group=company&from=2026-01-01&to=2026-01-31',
    );
    expect(several.body).toEqual(rhythm.body);
    const problems = await send('get', '/problems');
    expect(problems.body).toMatchObject({
      definitions: { status: 'empty' },
      tree: [],
    });
    expect((await send('get', '/ownership')).body.totals.entities).toBe(1);
    expect((await send('get', '/links')).body).toEqual({ links: [] });
    const snapshot = await send('get', '/snapshot?asOf=2999-01-01');
    expect(snapshot.body.people).toHaveLength(3);
  });

  it('denies who may not read', async () => {
    world.result = AuthorizeResult.DENY;
    const response = await send('get', '/tree');
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('"org-model.read"');
  });

  it('asks for a session everywhere but at the named doors', async () => {
    const anonymous = (path: string) =>
      request(backend.server)
        .get(`/api/org-model${path}`)
        .set('Authorization', mockCredentials.none.header());
    expect((await anonymous('/tree')).status).toBe(401);
    const health = await anonymous('/health');
    expect(health.body).toMatchObject({ status: 'ok', groups: 2 });
  });

  it('asks who the person is where it is about them', async () => {
    const response = await request(backend.server)
      .get('/api/org-model/people/me')
      .set('Authorization', mockCredentials.service.header());
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('the token of a user');
  });

  describe('calendar feeds', () => {
    const create = (user?: string) =>
      send('post', '/feeds', user).send({ group: 'squad-b-1', label: 'Mine' });
    const open = (url: string) => {
      const { pathname } = new URL(url);
      return request(backend.server)
        .get(pathname)
        .set('Authorization', mockCredentials.none.header());
    };

    it('open without a session until they are revoked by their owner', async () => {
      const { status, body } = await create();
      expect(status).toBe(201);
      const calendar = await open(body.url);
      expect([calendar.status, calendar.type]).toEqual([200, 'text/calendar']);
      expect(calendar.text).toContain('SUMMARY:Weekly');
      expect(calendar.text).toContain('X-WR-CALNAME:Mine');
      const again = await open(body.url).set(
        'If-None-Match',
        calendar.headers.etag,
      );
      expect([again.status, again.text]).toEqual([304, '']);
      const { body: listed } = await send('get', '/feeds');
      expect(listed.items).toMatchObject([
        { id: body.id, label: 'Mine', lastUsedAt: expect.any(String) },
      ]);
      expect(JSON.stringify(listed)).not.toContain(body.url);
      const bob = 'user:default/bob';
      expect((await send('get', '/feeds', bob)).body.items).toEqual([]);
      const path = `/feeds/${body.id}`;
      expect((await send('delete', path, bob)).status).toBe(404);
      expect((await send('delete', path)).status).toBe(204);
      expect((await open(body.url)).status).toBe(404);
    });

    it('are not there for a token that nobody was given', async () => {
      const url = `http://x/api/org-model/calendar/${'x'.repeat(43)}.ics`;
      expect((await open(url)).status).toBe(404);
      const short = 'http://x/api/org-model/calendar/x.ics';
      expect((await open(short)).status).toBe(400);
    });

    it('stop with the person who made them, and the tree follows an import', async () => {
      const { body } = await create('user:default/bob');
      expect((await open(body.url)).status).toBe(200);
      await provider.provide(
        entities.filter(each => each.metadata.name !== 'bob'),
      );
      await Promise.all(imported.map(tell => tell()));
      const closed = await eventually(
        () => open(body.url).then(({ status }) => status),
        status => status !== 200,
      );
      expect(closed).toBe(404);
    }, 40_000);

    it('name what is wrong with a new one', async () => {
      const response = await send('post', '/feeds').send({ group: 'a b' });
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(
        'body field "label" is missing',
      );
    });
  });

  it('gives no rights to what comes from a registered Location', async () => {
    const coup = entity('Group', 'coup', {
      type: 'executive-team',
      parent: 'squad-b-1',
      children: [],
      members: ['ann'],
    });
    coup.metadata.annotations!['backstage.io/managed-by-origin-location'] =
      'url:https://git.example/coup.yaml';
    await provider.provide([...entities, coup]);
    await Promise.all(imported.map(tell => tell()));
    const nodes: { name: string; type: string; rollUp: object }[] =
      await eventually(tree, found => found.length === 3);
    expect(nodes.find(({ name }) => name === 'coup')).toMatchObject({
      type: 'team',
      rollUp: { people: { total: 0 } },
    });
  }, 40_000);

  it('lets assistants ask, by the same permission', async () => {
    const invoke = (action: string, input: object) =>
      request(backend.server)
        .post(
          `/api/org-model/.backstage/actions/v2/actions/org-model:${action}/invoke`,
        )
        .set('Authorization', mockCredentials.user.header('user:default/ann'))
        .send({ input });
    const leads = await invoke('who-leads', { group: 'squad-b-1' });
    expect(leads.body.output.leads).toMatchObject([{ name: 'lead-b-1' }]);
    const people = await invoke('list-people', { search: 'ann' });
    expect(people.body.output).toMatchObject({ total: 1 });
    const group = await invoke('get-group', { group: 'squad-b-1' });
    expect(group.body.output).toMatchObject({ name: 'squad-b-1' });
    world.result = AuthorizeResult.DENY;
    expect((await invoke('get-group', { group: 'company' })).status).toBe(403);
  });
});
