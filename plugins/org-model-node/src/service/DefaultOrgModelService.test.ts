import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import type { OrgSnapshot } from '@squadron/plugin-org-model-common';
import { DefaultOrgModelService } from './DefaultOrgModelService';

const group = (name: string, parent?: string, lead?: string) => ({
  ref: `group:default/${name}`,
  name,
  type: 'squad',
  title: name,
  parent: parent && `group:default/${parent}`,
  lead: lead && `user:default/${lead}`,
  lifecycle: 'active' as const,
  roles: [],
  onCall: false,
});
const person = (name: string, home: string) => ({
  ref: `user:default/${name}`,
  name,
  title: name,
  memberOf: [`group:default/${home}`],
});
const snapshot: OrgSnapshot = {
  at: '2026-01-01T00:00:00Z',
  groups: [group('company', undefined, 'ceo'), group('a', 'company', 'ann')],
  people: [person('ceo', 'company'), person('ann', 'a')],
};

describe('DefaultOrgModelService', () => {
  const requests: { url: string; etag?: string; auth?: string }[] = [];
  let answer: (req: IncomingMessage, res: ServerResponse) => void;
  let time = Date.parse('2026-06-01T12:00:00Z');
  const logger = mockServices.logger.mock();
  const server = createServer((req, res) => {
    requests.push({
      url: req.url!,
      etag: req.headers['if-none-match'],
      auth: req.headers.authorization,
    });
    answer(req, res);
  });

  const json = (res: ServerResponse, status: number, body: unknown) =>
    res
      .writeHead(status, {
        'Content-Type': 'application/json',
        ETag: 'W/"1"',
      })
      .end(JSON.stringify(body));

  beforeAll(async () => {
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(async () => {
    await new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });
  beforeEach(() => {
    requests.length = 0;
    logger.warn.mockClear();
    answer = (_, res) => json(res, 200, snapshot);
  });

  function createService() {
    const { port } = server.address() as AddressInfo;
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
    });
    const auth = mockServices.auth({ pluginId: 'incidents' });
    return new DefaultOrgModelService({
      auth,
      discovery,
      logger,
      now: () => time,
    });
  }

  it('answers who is above, below, leads and is in a group', async () => {
    const service = createService();
    const names = (found: { name: string }[]) => found.map(({ name }) => name);
    expect(names(await service.ancestors('a'))).toEqual(['company']);
    expect(names(await service.descendants('company'))).toEqual(['a']);
    expect(names(await service.leads('a'))).toEqual(['ann', 'ceo']);
    const requester = 'user:default/ann';
    expect(names(await service.leads('a', { requester }))).toEqual(['ceo']);
    expect(names(await service.members('company'))).toEqual(['ceo']);
    expect(
      names(await service.members('company', { recursive: true })),
    ).toEqual(['ceo', 'ann']);
    expect(await service.descendants('unknown')).toEqual([]);
  });

  it('asks once for 15 seconds, as itself, however many ask at once', async () => {
    const service = createService();
    const trees = await Promise.all([service.tree(), service.tree()]);
    expect(trees[0]).toBe(trees[1]);
    time += 14_000;
    await service.tree();
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      url: '/api/org-model/snapshot',
      auth: expect.stringMatching(/^Bearer mock-service-token/),
    });
  });

  it('keeps the tree that did not change', async () => {
    const service = createService();
    const first = await service.tree();
    answer = (_, res) => res.writeHead(304).end();
    time += 16_000;
    expect(await service.tree()).toBe(first);
    expect(requests[1].etag).toBe('W/"1"');
    time += 14_000;
    await service.tree();
    expect(requests).toHaveLength(2);
  });

  it('keeps a past day for an hour, but not the day that is not over', async () => {
    const service = createService();
    for (const asOf of ['2026-05-31', '2026-06-01']) {
      await service.tree({ asOf });
      time += 16_000;
      await service.tree({ asOf });
    }
    expect(requests.map(({ url }) => url.split('asOf=')[1])).toEqual([
      '2026-05-31',
      '2026-06-01',
      '2026-06-01',
    ]);
  });

  it("fails with the plugin's own words, and asks again next time", async () => {
    const service = createService();
    answer = (_, res) =>
      json(res, 404, {
        error: { name: 'NotFoundError', message: 'Nothing is known' },
        response: { statusCode: 404 },
      });
    await expect(service.tree({ asOf: '2020-01-01' })).rejects.toMatchObject({
      cause: { message: 'Nothing is known' },
    });
    answer = (_, res) => json(res, 200, snapshot);
    expect((await service.tree({ asOf: '2020-01-01' })).at).toBe(snapshot.at);
  });

  const unavailable = (_: IncomingMessage, res: ServerResponse) =>
    json(res, 503, {
      error: { name: 'ServiceUnavailableError', message: 'Not read yet' },
      response: { statusCode: 503 },
    });

  it('uses the known tree for five minutes while there is no answer, and says so', async () => {
    const service = createService();
    const first = await service.tree();
    answer = unavailable;
    time += 16_000;
    expect(await service.tree()).toBe(first);
    expect(await service.tree()).toBe(first);
    expect(requests).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain('the one of 16 seconds ago');
    time += 16_000;
    answer = (_, res) => json(res, 200, snapshot);
    expect(await service.tree()).not.toBe(first);
  });

  it('fails when the known tree is too old', async () => {
    const service = createService();
    await service.tree();
    answer = unavailable;
    time += 310_000;
    await service.tree();
    time += 5_000;
    await expect(service.tree()).rejects.toMatchObject({
      cause: { message: 'Not read yet' },
    });
  });

  it('fails when the plugin refuses, also with a known tree', async () => {
    const service = createService();
    await service.tree();
    answer = (_, res) =>
      json(res, 403, { error: { name: 'NotAllowedError', message: 'No' } });
    time += 16_000;
    await expect(service.tree()).rejects.toThrow('403');
  });

  it('waits five seconds for an answer and no longer', async () => {
    const service = createService();
    const first = await service.tree();
    const controller = new AbortController();
    const timeout = jest
      .spyOn(AbortSignal, 'timeout')
      .mockReturnValue(controller.signal);
    answer = () => controller.abort(new Error('timeout'));
    time += 16_000;
    expect(await service.tree()).toBe(first);
    expect(timeout).toHaveBeenCalledWith(5_000);
    timeout.mockRestore();
  });
});
