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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { withinGroupsDecision } from '@squadron/plugin-org-model-node';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { squadKpi, startScorecards } from '../__testUtils__/backend';
import { group } from '../__testUtils__/records';

const { pushSamples, dryRunSamples, evaluate } = scorecardsContract.routes;
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization' }),
    group('a', { parent: 'company' }),
    group('b', { parent: 'company' }),
  ],
  people: [],
});

/** Ann acts for squad a; only Lea runs collectors; a plugin may do everything. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => {
    const allow = { result: AuthorizeResult.ALLOW } as const;
    const deny = { result: AuthorizeResult.DENY } as const;
    const userOf = ({ principal }: { principal?: unknown }) =>
      (principal as { userEntityRef?: string }).userEntityRef;
    return {
      authorize: async (requests, { credentials }) =>
        requests.map(() =>
          userOf(credentials) === 'user:default/lea' ? allow : deny,
        ),
      authorizeConditional: async (requests, { credentials }) =>
        requests.map(() =>
          userOf(credentials) === undefined
            ? allow
            : withinGroupsDecision({
                pluginId: 'scorecards',
                resourceType: 'scorecard',
                groups: ['group:default/a'],
              }),
        ),
    };
  },
});
const success = jest.fn();
const fail = jest.fn();
const auditor = mockServices.auditor.mock({
  createEvent: async () => ({ success, fail }),
});

const at = () => new Date(Date.now() - 60_000).toISOString();
const sample = (entity: string, value: number, when = at()) => ({
  kpi: 'quality',
  entity,
  at: when,
  value,
});

describe('the routes by which samples come in', () => {
  let knex: Knex;
  let backend: TestBackend;
  let send: Awaited<ReturnType<typeof startScorecards>>['send'];
  const post = (path: string, body: object, user?: string) =>
    send('post', path, user).send(body);

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    ({ backend, send } = await startScorecards({
      knex,
      tree,
      kpis: [squadKpi('quality')],
      features: [permissions, auditor.factory],
    }));
  }, 60_000);

  beforeEach(() => jest.clearAllMocks());

  afterAll(async () => {
    await backend?.stop();
  });

  it('answers for every row, and audits what became of them', async () => {
    const { status, body } = await post('/samples', {
      samples: [sample('a', 70), sample('b', 70), { kpi: 'quality' }],
    });
    expect(status).toBe(200);
    const answer = pushSamples.response.parse(body);
    expect(answer).toMatchObject({ accepted: 1, rejected: 2 });
    expect(answer.errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 'not-allowed'],
      [2, 'invalid'],
    ]);
    expect(success).toHaveBeenCalledWith({
      meta: {
        accepted: 1,
        unchanged: 0,
        corrected: 0,
        rejected: 2,
        codes: ['not-allowed', 'invalid'],
      },
    });
    expect(await knex('samples')).toMatchObject([{ source: 'push', sum: 70 }]);
  });

  it('lets a plugin bring in samples of all groups', async () => {
    const { body } = await request(backend.server)
      .post('/api/scorecards/samples')
      .set('Authorization', mockCredentials.service.header())
      .send({ samples: [sample('a', 60), sample('b', 60)] });
    expect(body).toMatchObject({ accepted: 2, rejected: 0 });
  });

  it('answers the same request with the same key as it did first', async () => {
    const body = {
      samples: [sample('a', 55), sample('b', 55)],
      idempotencyKey: 'night-2026',
    };
    const first = await post('/samples', body);
    expect(first.body).toMatchObject({ accepted: 1, rejected: 1 });
    expect((await post('/samples', body)).body).toEqual(first.body);
    const other = await post('/samples', {
      ...body,
      samples: [sample('a', 56)],
    });
    expect(other.status).toBe(409);
    expect(other.body.error.message).toContain('with a new key');
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ samples: [] }, '"samples"'],
    [{ samples: [1], idempotencyKey: 'short' }, '"idempotencyKey"'],
    [{ samples: Array.from({ length: 10_001 }, () => 1) }, '10000'],
    [{ samples: [1], more: 1 }, 'more'],
  ])('refuses a batch that is none', async (body, message) => {
    const answer = await post('/samples', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
  });

  it('says in a dry run how samples would be judged, and keeps nothing', async () => {
    const before = await knex('samples');
    const { body } = await post('/samples/dry-run', {
      samples: [sample('a', 10)],
    });
    const answer = dryRunSamples.response.parse(body);
    expect(answer).toMatchObject({
      accepted: 1,
      verdicts: [{ index: 0, verdict: 'missed', text: '10' }],
    });
    expect(await knex('samples')).toEqual(before);
  });

  it('judges everything anew for leads alone', async () => {
    expect((await post('/evaluate', {})).status).toBe(403);
    const { status, body } = await post('/evaluate', {}, 'user:default/lea');
    expect(status).toBe(200);
    expect(evaluate.response.parse(body)).toMatchObject({ cells: 2 });
    expect(success).toHaveBeenCalledWith({ meta: body });
  });

  it('takes ten thousand samples at once', async () => {
    const start = Date.now() - 86_400_000;
    const samples = Array.from({ length: 10_000 }, (_, i) =>
      sample('a', i % 100, new Date(start + i * 1_000).toISOString()),
    );
    const { body } = await post('/samples', { samples });
    expect(body).toMatchObject({ accepted: 10_000, rejected: 0 });
  });
});
