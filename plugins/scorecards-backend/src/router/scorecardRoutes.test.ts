import { TestDatabases } from '@backstage/backend-test-utils';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';
import { setupCellRoutes, today } from '../__testUtils__/cellRoutes';
import { putCells } from '../__testUtils__/read';
import { cell, groupRef } from '../__testUtils__/work';
import { dayText } from '../domain/day';

const { routes } = scorecardsContract;
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const { send, knex } = setupCellRoutes(databases);

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
    await putCells(knex(), [cell('extra', 'squad-2')]);
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(changed.body.cells).toHaveLength(2);
    await knex()('cells').where({ kpi: 'extra' }).delete();
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
