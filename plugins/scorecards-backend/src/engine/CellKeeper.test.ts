import { TestDatabases } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import {
  a,
  b,
  bad,
  good,
  keepersOf,
  latency,
  speed,
  treeOf,
  uptime,
  who,
} from '../__testUtils__/keepers';
import { target } from '../__testUtils__/kpi';
import { sharedTables } from '../__testUtils__/tables';
import { component } from '../__testUtils__/verdicts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('CellKeeper on %s', id => {
  it('makes a cell for each KPI of each entity, that says what is missing', async () => {
    const { knex, cells, rollUp } = keepersOf(await tables(id));
    await cells.run();
    const rows = await knex('cells').orderBy(['kpi', 'entity']);
    expect(rows.map(row => [row.kpi, row.entity, row.points])).toEqual([
      ['speed', a, null],
      ['uptime', a, 0],
      ['uptime', b, 0],
    ]);
    expect(rows[0]).toMatchObject({ freshness: 2, verdict: 3, at: null });
    expect(rows[0].reason).toContain('No sample yet');
    expect(rollUp.soon).toHaveBeenCalledTimes(1);
  });

  it('writes nothing while nothing has changed, also in another process', async () => {
    const { knex, cells, commands, replica } = keepersOf(await tables(id));
    await cells.run();
    await commands.record([good('a', '2026-11-28T11:00:00Z')], who, () => true);
    const before = await knex('marks').first();
    await cells.run();
    await replica().cells.run();
    expect(await knex('marks').first()).toEqual(before);
  });

  it('is right after two replicas did it at once', async () => {
    const { knex, other, close, cells, replica } = keepersOf(await tables(id));
    await Promise.all([cells.run(), replica(other).cells.run()]);
    expect(await knex('cells')).toHaveLength(3);
    await close();
  });

  it('removes what is gone, and brings it back with its samples', async () => {
    const { knex, cells, commands, world } = keepersOf(await tables(id));
    await cells.run();
    await commands.record([bad('b', '2026-11-28T11:00:00Z')], who, () => true);
    world.tree = treeOf('a');
    await cells.run();
    world.now = '2026-11-28T12:10:00Z';
    await cells.run();
    expect(await knex('cells').where({ entity: b })).toEqual([]);
    world.tree = treeOf('a', 'b');
    await cells.run();
    expect(await knex('cells').where({ entity: b })).toMatchObject([
      { verdict: 2, value: 0.5, source: 'push' },
    ]);
  });

  it('removes nothing while the tree is empty', async () => {
    const { knex, cells, world } = keepersOf(await tables(id));
    await cells.run();
    world.tree = new OrgTree({ at: '', groups: [], people: [] });
    await cells.run();
    expect(await knex('cells')).toHaveLength(3);
  });

  it('judges nothing anew while the tree is empty', async () => {
    const { knex, cells, world } = keepersOf(await tables(id));
    await cells.run();
    world.tree = new OrgTree({ at: '', groups: [], people: [] });
    await expect(cells.evaluate()).rejects.toThrow('still being read');
    expect(await knex('cells')).toHaveLength(3);
  });

  it('follows a component to its new owner, and drops one that is gone', async () => {
    const { knex, cells, commands, world } = keepersOf(await tables(id));
    const row = {
      kpi: 'latency',
      entity: 'component:shop',
      at: '2026-11-28T11:00:00Z',
      value: 5,
    };
    await commands.record([row], who, () => true);
    const owner = async () => {
      for (let minutes = 0; minutes <= 10; minutes += 5) {
        world.now = new Date(Date.parse(world.now) + 300_000).toISOString();
        world.tree = treeOf('a', 'b');
        await cells.run();
      }
      return knex('cells').where({ kpi: 'latency' }).pluck('grp');
    };
    expect(await owner()).toEqual([a]);
    world.components = [component('shop', b)];
    expect(await owner()).toEqual([b]);
    world.components = [];
    expect(await owner()).toEqual([]);
  });

  it('judges days anew when a target is corrected, and tells the change', async () => {
    const { knex, cells, commands, world } = keepersOf(await tables(id));
    await cells.run();
    const rows = ['26', '27', '28'].map(day =>
      bad('a', `2026-11-${day}T11:00:00Z`),
    );
    await commands.record(rows, who, () => true);
    world.kpis = [{ ...uptime, targets: [target('>= 40%')] }, speed, latency];
    world.now = '2026-11-28T12:00:03Z';
    await cells.run();
    expect(await knex('daily').pluck('verdict')).toEqual([0, 0, 0]);
    expect(await knex('daily').pluck('target')).toEqual([0.4, 0.4, 0.4]);
    const [cell] = await knex('cells').where({ entity: a, kpi: 'uptime' });
    expect(cell).toMatchObject({ verdict: 0, target: '>= 40%', points: 1 });
    const [change] = await knex('changes').orderBy('id', 'desc');
    expect(change).toMatchObject({ from_verdict: 2, to_verdict: 0 });
  });

  it('says how many cells there are and how many stand otherwise', async () => {
    const { knex, cells } = keepersOf(await tables(id));
    expect(await cells.evaluate()).toEqual({ cells: 3, changed: 3 });
    expect(await cells.evaluate()).toEqual({ cells: 3, changed: 0 });
    await knex('cells').where({ kpi: 'speed' }).update({ weight: 7 });
    expect(await cells.evaluate()).toEqual({ cells: 3, changed: 1 });
  });
});
