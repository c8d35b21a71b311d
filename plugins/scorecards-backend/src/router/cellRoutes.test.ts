import {
  TestBackend,
  TestDatabases,
  mockCredentials,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { encodeCursor } from '@squadron/backend-kit';
import {
  decodeState,
  scorecardsContract,
} from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { squadKpi, startScorecards } from '../__testUtils__/backend';
import {
  companyOf,
  healthOfGroup,
  openTables,
  putCells,
  putDays,
  putHealth,
} from '../__testUtils__/read';
import { cell, groupRef } from '../__testUtils__/work';
import { dayOf, dayText } from '../domain/day';

const { routes } = scorecardsContract;
const today = dayOf(Date.now());
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
  AuthorizeResult.ALLOW;
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async requests => requests.map(() => ({ result })),
    authorizeConditional: async requests => requests.map(() => ({ result })),
  }),
});

let knex: Knex;
let backend: TestBackend;
let send: Awaited<ReturnType<typeof startScorecards>>['send'];

beforeAll(async () => {
  knex = await openTables(databases, 'SQLITE_3');
  await putCells(knex, [
    cell('uptime', 'squad-0', { value: 40, category: 'quality' }),
    cell('uptime', 'squad-1', {
      value: 60,
      verdict: 'met',
      points: 1,
      parts: { sum: 60, count: 1, min: 60, max: 60 },
      category: 'quality',
    }),
    cell('uptime', 'squad-2', {
      freshness: 'no_data',
      verdict: 'none',
      value: undefined,
      text: undefined,
      weight: 2,
      category: 'quality',
    }),
    cell('price', 'squad-0', {
      value: 10,
      parts: { sum: 20, count: 2, min: 5, max: 15 },
      category: 'cost',
    }),
    cell('price', 'squad-0', {
      entity: 'component:default/shop',
      value: 3,
      parts: { sum: 100, count: 2, min: 50, max: 50 },
      category: 'cost',
    }),
  ]);
  await putHealth(knex, today, [
    {
      ...healthOfGroup('company', 1, 3),
      worst: { ref: groupRef('division-0'), score: 0 },
    },
    healthOfGroup('company', 1, 1, 'quality'),
    healthOfGroup('squad-0', 1, 1),
    healthOfGroup('squad-1', 1, 1),
  ]);
  await putHealth(knex, today - 7, [
    healthOfGroup('company', 0, 4),
    healthOfGroup('squad-1', 0, 2),
  ]);
  await putDays(knex, [
    { kpi: 'uptime', entity: groupRef('squad-0'), day: today - 1, value: 40 },
    { kpi: 'uptime', entity: groupRef('squad-1'), day: today - 1, value: 80 },
    { kpi: 'uptime', entity: groupRef('squad-1'), day: today, value: 60 },
  ]);
  ({ backend, send } = await startScorecards({
    knex,
    tree: companyOf(3),
    kpis: [
      squadKpi('uptime'),
      squadKpi('price', {
        category: 'cost',
        owner: 'squad-0',
        appliesTo: 'owner',
      }),
    ],
    features: [permissions],
  }));
}, 60_000);

beforeEach(() => {
  result = AuthorizeResult.ALLOW;
});

afterAll(async () => {
  await backend?.stop();
});

describe('definitions', () => {
  it('are listed, and found by category, owner, root and words', async () => {
    const ids = async (query: string) =>
      (await send('get', `/kpis${query}`)).body.items.map(
        (kpi: { id: string }) => kpi.id,
      );
    expect(await ids('')).toEqual(['uptime', 'price']);
    expect(await ids('?category=cost')).toEqual(['price']);
    expect(await ids('?owner=squad-0')).toEqual(['price']);
    expect(await ids('?root=squad-1')).toEqual(['uptime']);
    expect(await ids('?q=UPTIME')).toEqual(['uptime']);
  });

  it('tell how their entities stand', async () => {
    const { body } = await send('get', '/kpis/price');
    expect(routes.kpi.response.parse(body)).toMatchObject({
      ownerTitle: 'Squad 0',
      health: { missed: 2, score: 0 },
      // 120 in 4 samples, not the mean of 10 and 50.
      rolledUp: { value: 30, entities: 2, fresh: 2, verdict: 'missed' },
    });
  });

  it('that nobody knows are answered with what may be meant', async () => {
    const { status, body } = await send('get', '/kpis/uptme');
    expect([status, body.error.message]).toEqual([
      404,
      'There is no KPI "uptme": did you mean uptime?',
    ]);
  });

  it('have problems with their place', async () => {
    const { body } = await send('get', '/problems');
    expect(routes.problems.response.parse(body)).toMatchObject({
      status: 'ok',
      problems: [],
    });
  });
});

describe('a scorecard', () => {
  it('of a group holds its cells, what is rolled up and what is below', async () => {
    const { body } = await send(
      'get',
      '/scorecards/group/default/company?depth=1',
    );
    const scorecard = routes.scorecard.response.parse(body);
    expect(scorecard).toMatchObject({
      ref: groupRef('company'),
      depth: 0,
      health: { met: 1, missed: 3, score: 0.25, coverage: 1 },
      categories: [{ id: 'quality', health: { score: 0.5 } }],
      cells: [],
    });
    expect(scorecard.trend.map(({ score }) => score)).toEqual([0, 0.25]);
    expect(scorecard.below.map(({ ref, depth }) => [ref, depth])).toEqual([
      [groupRef('division-0'), 1],
      [groupRef('division-1'), 1],
    ]);
    expect(
      scorecard.rolledUp.map(({ kpi, entities, fresh }) => [
        kpi,
        entities,
        fresh,
      ]),
    ).toEqual([
      ['price', 2, 2],
      ['uptime', 3, 2],
    ]);
  });

  it('of a System is that of its group, with the trend of each cell', async () => {
    const { body } = await send('get', '/scorecards/system/default/squad-1');
    const { ref, parent, cells, lead } = routes.scorecard.response.parse(body);
    expect([ref, parent]).toEqual([
      groupRef('squad-1'),
      groupRef('division-1'),
    ]);
    expect(lead?.ref).toBe('user:default/lead-squad-1');
    expect(cells).toHaveLength(1);
    expect(cells[0]).toMatchObject({ status: 'met', groupTitle: 'Squad 1' });
    expect(cells[0].trend).toHaveLength(30);
    expect(cells[0].trend?.slice(-3)).toEqual([null, 80, 60]);
  });

  it('of a component counts its own cells', async () => {
    const { body } = await send('get', '/scorecards/component/default/shop');
    expect(routes.scorecard.response.parse(body)).toMatchObject({
      ref: 'component:default/shop',
      type: 'component',
      parent: groupRef('squad-0'),
      health: { missed: 1, score: 0 },
      categories: [{ id: 'cost' }],
    });
  });

  it('of something without cells is not found', async () => {
    const { status } = await send('get', '/scorecards/component/default/none');
    expect(status).toBe(404);
  });

  it('is sent once for as long as nothing changes', async () => {
    const path = '/scorecards/group/default/squad-2';
    const first = await send('get', path);
    const again = () =>
      send('get', path).set('If-None-Match', first.headers.etag);
    expect((await again()).status).toBe(304);
    await putCells(knex, [cell('extra', 'squad-2')]);
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(changed.body.cells).toHaveLength(2);
    await knex('cells').where({ kpi: 'extra' }).delete();
  });
});

describe('health', () => {
  it('is of now and by day', async () => {
    const from = dayText(today - 7);
    const { body } = await send(
      'get',
      `/health/group/default/company?from=${from}&to=${dayText(today - 1)}`,
    );
    expect(routes.health.response.parse(body)).toMatchObject({
      health: { met: 1, worst: { score: 0 } },
      trend: [{ day: from, met: 0, missed: 4, score: 0 }],
    });
  });

  it.each(['from=2026-02-02&to=2026-02-01', 'from=2020-01-01&to=2026-01-01'])(
    'of %s is refused',
    async query => {
      const { status, body } = await send(
        'get',
        `/health/group/default/company?${query}`,
      );
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringContaining('at most 800 days'),
      ]);
    },
  );

  it('of a group that nobody knows is answered with what may be meant', async () => {
    const { status, body } = await send(
      'get',
      '/health/group/default/squad-11',
    );
    expect([status, body.error.message]).toEqual([
      404,
      expect.stringContaining('did you mean squad-1?'),
    ]);
  });
});

describe('the heat map', () => {
  it('has groups by category, parents first', async () => {
    const { body } = await send('get', '/matrix?root=company&category=quality');
    const matrix = routes.matrix.response.parse(body);
    if (matrix.groupBy !== 'category') throw new Error(matrix.groupBy);
    expect(matrix.columns).toEqual(['quality']);
    const [company] = matrix.rows;
    expect(company).toMatchObject({ children: 2, depth: 0 });
    expect(company.cells[0]).toMatchObject({ score: 0.5 });
    expect(company.trend).toHaveLength(12);
    expect(company.trend.slice(-2)).toEqual([0, 0.25]);
    const squad = matrix.rows.find(({ ref }) => ref === groupRef('squad-2'))!;
    expect([squad.cells, squad.health.score]).toEqual([[null], undefined]);
  });

  it('packs entities by KPI', async () => {
    const { body } = await send('get', '/matrix?groupBy=kpi&root=division-0');
    const matrix = routes.matrix.response.parse(body);
    if (matrix.groupBy !== 'kpi') throw new Error(matrix.groupBy);
    expect(matrix.kpis).toEqual(['uptime', 'price']);
    expect(matrix.entities).toEqual([
      'component:default/shop',
      groupRef('squad-0'),
      groupRef('squad-2'),
    ]);
    const states = matrix.states.map(text => [...text].map(decodeState));
    expect(states[0]).toEqual([
      undefined,
      { verdict: 'missed', freshness: 'fresh', waived: false },
    ]);
    expect(states[2][0]).toMatchObject({ freshness: 'no_data' });
  });
});

describe('cells', () => {
  it('come in pages with a cursor that fits no other list', async () => {
    const path = '/entities?sort=gain&order=desc&limit=2&kpi=uptime';
    const first = (await send('get', path)).body;
    expect(first.total).toBe(3);
    const second = (await send('get', `${path}&cursor=${first.nextCursor}`))
      .body;
    expect([...first.items, ...second.items].map(each => each.entity)).toEqual(
      ['squad-2', 'squad-0', 'squad-1'].map(groupRef),
    );
    expect(second.nextCursor).toBeUndefined();
    const other = await send(
      'get',
      `/entities?sort=gain&cursor=${first.nextCursor}`,
    );
    expect(other.status).toBe(400);
    const list = 'cells {"sort":"gain","order":"desc","kpi":["uptime"]}';
    const place = { key: 'high', kpi: 'uptime', entity: groupRef('squad-0') };
    const forged = encodeCursor(list, place);
    expect((await send('get', `${path}&cursor=${forged}`)).status).toBe(400);
    const made = encodeCursor(list, { ...place, key: 1 });
    expect((await send('get', `${path}&cursor=${made}`)).status).toBe(200);
  });

  it('are found by status, root and parts of a code', async () => {
    const total = async (query: string) =>
      (await send('get', `/entities?${query}`)).body.total;
    expect(await total('status=missed&status=no_data')).toBe(4);
    expect(await total('root=squad-1')).toBe(1);
    expect(await total('q=s-0')).toBe(3);
    expect(await total('q=shop')).toBe(1);
    expect(await total('q=The%20price')).toBe(2);
    expect(await total('waived=true')).toBe(0);
  });

  it('are exported as a table', async () => {
    const { text, headers } = await send('get', '/export.csv?category=cost');
    expect(headers['content-type']).toMatch('text/csv');
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^kpi,title,category,entity,/);
    expect(lines[1]).toMatch(/^price,The price,cost,component:default\/shop,/);
  });

  it('that would raise the score most are the first to fix', async () => {
    const { body } = await send('get', '/next-to-fix?root=company&limit=2');
    const { items } = routes.nextToFix.response.parse(body);
    // Of a weight of 6 in all.
    expect(items.map(({ entity, gain }) => [entity, gain])).toEqual([
      [groupRef('squad-2'), 2 / 6],
      ['component:default/shop', 1 / 6],
    ]);
    expect(items[1]).toMatchObject({
      owner: { ref: groupRef('squad-0') },
      lead: { ref: 'user:default/lead-squad-0' },
      runbook: '/docs/price',
    });
  });

  it('leave who improved most at the top', async () => {
    const { body } = await send('get', '/leaderboard?days=7');
    const { items } = routes.leaderboard.response.parse(body);
    expect(items.map(({ ref, change }) => [ref, change])).toEqual([
      [groupRef('squad-1'), 0.5],
      [groupRef('squad-0'), undefined],
      [groupRef('squad-2'), undefined],
    ]);
    expect(items[0]).toMatchObject({ score: 0.5, before: 0, coverage: 1 });
    expect(items[0].trend).toHaveLength(8);
  });
});

describe('series', () => {
  const days = `from=${dayText(today - 1)}&to=${dayText(today)}`;

  it('are of an entity, and rolled up of a group that has none', async () => {
    const { body } = await send(
      'get',
      `/series?refs=squad-1&refs=company&kpis=uptime&${days}`,
    );
    const { series } = routes.series.response.parse(body);
    expect(
      series.map(({ ref, points }) => [ref, points.map(({ value }) => value)]),
    ).toEqual([
      [groupRef('squad-1'), [80, 60]],
      [groupRef('company'), [60, 60]],
    ]);
    expect(series[1].points[0]).toEqual({
      day: dayText(today - 1),
      value: 60,
      verdict: 'met',
      target: 50,
    });
  });

  it('need the name of something', async () => {
    const { status } = await send('get', `/series?${days}`);
    expect(status).toBe(400);
  });
});

describe('every route', () => {
  const paths = [
    '/kpis',
    '/kpis/uptime',
    '/scorecards/group/default/company',
    '/health/group/default/company',
    '/matrix',
    '/series?refs=company&from=2026-01-01&to=2026-01-02',
    '/entities',
    '/export.csv',
    '/next-to-fix',
    '/leaderboard',
    '/problems',
  ];

  it.each(paths)('%s is for those who may read', async path => {
    result = AuthorizeResult.DENY;
    expect((await send('get', path)).status).toBe(403);
    const stranger = await request(backend.server)
      .get(`/api/scorecards${path}`)
      .set('Authorization', mockCredentials.none.header());
    expect(stranger.status).toBe(401);
  });
});
