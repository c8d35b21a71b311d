import { TestDatabases, mockCredentials } from '@backstage/backend-test-utils';
import { encodeCursor } from '@squadron/backend-kit';
import {
  decodeState,
  scorecardsContract,
} from '@squadron/plugin-scorecards-common';
import request from 'supertest';
import { setupCellRoutes, today } from '../__testUtils__/cellRoutes';
import { groupRef } from '../__testUtils__/work';
import { dayText } from '../domain/day';

const { routes } = scorecardsContract;
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const { send, server, deny } = setupCellRoutes(databases);

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
    deny();
    expect((await send('get', path)).status).toBe(403);
    const stranger = await request(server())
      .get(`/api/scorecards${path}`)
      .set('Authorization', mockCredentials.none.header());
    expect(stranger.status).toBe(401);
  });
});
