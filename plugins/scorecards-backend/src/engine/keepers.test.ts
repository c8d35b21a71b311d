import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { group } from '../__testUtils__/records';
import {
  component,
  openReplicas,
  sampleCommands,
  verdictServices,
} from '../__testUtils__/verdicts';
import { dayFrom } from '../domain/day';
import { CellProblems } from '../services/CellProblems';
import { TreeHistory } from '../services/TreeHistory';
import { CellKeeper } from './CellKeeper';
import { RollUpKeeper } from './RollUpKeeper';
import { StalenessKeeper } from './StalenessKeeper';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const a = 'group:default/a';
const b = 'group:default/b';
const company = 'group:default/company';
const treeOf = (...squads: string[]) =>
  new OrgTree({
    at: '2026-11-28T00:00:00Z',
    groups: [
      group('company', { type: 'organization' }),
      ...squads.map(name => group(name, { parent: 'company' })),
    ],
    people: [],
  });
const each = { to: 'each', type: 'squad', below: 'company' } as const;
const uptime = ratio('uptime', {
  category: 'availability',
  appliesTo: each,
  targets: [target('>= 99%')],
});
const speed = kpi('speed', {
  category: 'speed',
  direction: 'down',
  unit: 's',
  onNoData: 'ignore',
  targets: [target('< 10 s')],
});
const latency = kpi('latency', {
  unit: 'ms',
  appliesTo: { to: 'components', below: 'company' },
});
const who = { source: 'push', by: 'user:default/ann' };
const good = (entity: string, at: string) => ({
  kpi: 'uptime',
  entity,
  at,
  bad: 0,
  total: 10,
});
const bad = (entity: string, at: string) => ({ ...good(entity, at), bad: 5 });

async function open(
  id: TestDatabaseId,
  kpis: Kpi[] = [uptime, speed, latency],
) {
  const replicas = await openReplicas(await databases.init(id));
  const services = verdictServices({
    kpis,
    tree: treeOf('a', 'b'),
    components: [component('shop', a)],
    now: '2026-11-28T12:00:00Z',
  });
  const replica = (knex = replicas.knex) => {
    const { database, rollUp, commands } = sampleCommands(knex, services);
    const options = { ...services, database, rollUp };
    const pastTrees = new Map<string, OrgTree>();
    const history = new TreeHistory({
      now: services.now,
      directory: {
        async tree({ asOf } = {}) {
          if (!asOf) return services.world.tree;
          const past = pastTrees.get(asOf);
          if (past) return past;
          throw new NotFoundError(`Nothing is known of ${asOf}`);
        },
      },
    });
    return {
      commands,
      rollUp,
      database,
      pastTrees,
      cells: new CellKeeper(options),
      staleness: new StalenessKeeper(options),
      problems: new CellProblems(options),
      health: new RollUpKeeper({
        ...options,
        history,
        logger: mockServices.logger.mock(),
      }),
    };
  };
  return { ...replicas, ...services, replica, ...replica() };
}

describe.each(databases.eachSupportedId())('on %s', id => {
  describe('CellKeeper', () => {
    it('makes a cell for each KPI of each entity, that says what is missing', async () => {
      const { knex, cells, rollUp } = await open(id);
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
      const { knex, cells, commands, replica } = await open(id);
      await cells.run();
      await commands.record(
        [good('a', '2026-11-28T11:00:00Z')],
        who,
        () => true,
      );
      const before = await knex('marks').first();
      await cells.run();
      await replica().cells.run();
      expect(await knex('marks').first()).toEqual(before);
    });

    it('is right after two replicas did it at once', async () => {
      const { knex, other, close, cells, replica } = await open(id);
      await Promise.all([cells.run(), replica(other).cells.run()]);
      expect(await knex('cells')).toHaveLength(3);
      await close();
    });

    it('removes what is gone, and brings it back with its samples', async () => {
      const { knex, cells, commands, world } = await open(id);
      await cells.run();
      await commands.record(
        [bad('b', '2026-11-28T11:00:00Z')],
        who,
        () => true,
      );
      world.tree = treeOf('a');
      await cells.run();
      expect(await knex('cells').where({ entity: b })).toEqual([]);
      world.tree = treeOf('a', 'b');
      await cells.run();
      expect(await knex('cells').where({ entity: b })).toMatchObject([
        { verdict: 2, value: 0.5, source: 'push' },
      ]);
    });

    it('removes nothing while the tree is empty', async () => {
      const { knex, cells, world } = await open(id);
      await cells.run();
      world.tree = new OrgTree({ at: '', groups: [], people: [] });
      await cells.run();
      expect(await knex('cells')).toHaveLength(3);
    });

    it('judges nothing anew while the tree is empty', async () => {
      const { knex, cells, world } = await open(id);
      await cells.run();
      world.tree = new OrgTree({ at: '', groups: [], people: [] });
      await expect(cells.evaluate()).rejects.toThrow('still being read');
      expect(await knex('cells')).toHaveLength(3);
    });

    it('follows a component to its new owner, and drops one that is gone', async () => {
      const { knex, cells, commands, world } = await open(id);
      const row = {
        kpi: 'latency',
        entity: 'component:shop',
        at: '2026-11-28T11:00:00Z',
        value: 5,
      };
      await commands.record([row], who, () => true);
      const owner = async () => {
        world.now = new Date(Date.parse(world.now) + 61_000).toISOString();
        world.tree = treeOf('a', 'b');
        await cells.run();
        return knex('cells').where({ kpi: 'latency' }).pluck('grp');
      };
      expect(await owner()).toEqual([a]);
      world.components = [component('shop', b)];
      expect(await owner()).toEqual([b]);
      world.components = [];
      expect(await owner()).toEqual([]);
    });

    it('judges days anew when a target is corrected, and tells the change', async () => {
      const { knex, cells, commands, world } = await open(id);
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
      const { knex, cells } = await open(id);
      expect(await cells.evaluate()).toEqual({ cells: 3, changed: 3 });
      expect(await cells.evaluate()).toEqual({ cells: 3, changed: 0 });
      await knex('cells').where({ kpi: 'speed' }).update({ weight: 7 });
      expect(await cells.evaluate()).toEqual({ cells: 3, changed: 1 });
    });
  });

  describe('StalenessKeeper', () => {
    it('takes note that a value has grown old, which never adds points', async () => {
      const { knex, staleness, commands, world, rollUp } = await open(id);
      await commands.record(
        [
          good('a', '2026-11-28T11:00:00Z'),
          { kpi: 'speed', entity: 'a', at: '2026-11-28T11:00:00Z', value: 1 },
        ],
        who,
        () => true,
      );
      world.now = '2026-11-28T13:00:00Z';
      await staleness.run();
      expect(rollUp.soon).toHaveBeenCalledTimes(1);
      world.now = '2026-11-28T13:00:01Z';
      await staleness.run();
      expect(rollUp.soon).toHaveBeenCalledTimes(2);
      const rows = await knex('cells').orderBy('kpi');
      expect(rows).toMatchObject([
        { kpi: 'speed', freshness: 1, verdict: 0, points: 1 },
        { kpi: 'uptime', freshness: 1, verdict: 0, points: 0 },
      ]);
      expect(rows[1].reason).toContain('Nothing came since 2026-11-28 11:00');
      const before = await knex('marks').first();
      await staleness.run();
      expect(await knex('marks').first()).toEqual(before);
    });
  });

  describe('CellProblems', () => {
    it('says why there is no value, until the collector is well again', async () => {
      const { knex, problems, cells, commands } = await open(id);
      await cells.run();
      await commands.record(
        [good('a', '2026-11-28T11:00:00Z')],
        who,
        () => true,
      );
      const states = async () =>
        (await knex('cells').where({ kpi: 'uptime' }).orderBy('entity')).map(
          ({ freshness, problem }) => [freshness, problem],
        );
      await problems.report(new Map([['uptime', 'Prometheus is down']]));
      expect(await states()).toEqual([
        [0, 'Prometheus is down'],
        [3, 'Prometheus is down'],
      ]);
      const [, cell] = await knex('cells')
        .where({ kpi: 'uptime' })
        .orderBy('entity');
      expect(cell.reason).toContain('The collector failed: Prometheus is down');
      expect(cell.points).toBe(0);
      await problems.report(new Map([['uptime', undefined]]));
      expect(await states()).toEqual([
        [0, null],
        [2, null],
      ]);
    });
  });

  describe('RollUpKeeper', () => {
    const healthOf = async (
      { database }: Pick<Awaited<ReturnType<typeof open>>, 'database'>,
      day: string,
      ref: string,
    ) => {
      const rows = await database.read.health.ofDay(dayFrom(day), [ref]);
      return new Map(rows.map(row => [row.category, row]));
    };

    it('rolls today up along the tree, for each category and all of them', async () => {
      const opened = await open(id);
      const { cells, commands, health, knex } = opened;
      await cells.run();
      await commands.record(
        [good('a', '2026-11-28T11:00:00Z'), bad('b', '2026-11-28T11:00:00Z')],
        who,
        () => true,
      );
      await health.run();
      const rows = await healthOf(opened, '2026-11-28', company);
      expect([...rows.keys()].sort()).toEqual(['*', 'availability', 'speed']);
      expect(rows.get('*')).toMatchObject({
        met: 1,
        missed: 1,
        noData: 1,
        points: 1,
        weight: 2,
        targeted: 3,
        freshTargeted: 2,
        worst: { ref: b, score: 0 },
      });
      expect(await knex('dirty_days')).toEqual([]);
      const before = await knex('marks').first();
      await health.run();
      expect(await knex('marks').first()).toEqual(before);
    });

    it('rolls late days up along the tree of the day', async () => {
      const opened = await open(id);
      const { cells, commands, health, pastTrees, knex } = opened;
      await cells.run();
      const past = new OrgTree({
        at: '',
        groups: [
          group('company', { type: 'organization' }),
          group('old', { type: 'division', parent: 'company' }),
          group('a', { parent: 'old' }),
        ],
        people: [],
      });
      for (const day of ['25', '26', '27']) {
        pastTrees.set(`2026-11-${day}`, day === '25' ? past : treeOf('a', 'b'));
      }
      await commands.record(
        [bad('a', '2026-11-25T10:00:00Z')],
        who,
        () => true,
      );
      await health.run();
      const old = 'group:default/old';
      const then = await healthOf(opened, '2026-11-25', old);
      expect(then.get('*')).toMatchObject({ missed: 1, noData: 1, weight: 1 });
      expect((await healthOf(opened, '2026-11-26', old)).size).toBe(0);
      const next = await healthOf(opened, '2026-11-26', company);
      expect(next.get('availability')).toMatchObject({
        missed: 0,
        stale: 1,
        noData: 1,
        points: 0,
        weight: 2,
      });
      expect(await knex('dirty_days')).toEqual([]);
    });

    it('takes up the days that a process left dirty', async () => {
      const opened = await open(id);
      const { cells, commands, replica } = opened;
      await cells.run();
      await commands.record(
        [good('a', '2026-11-27T10:00:00Z')],
        who,
        () => true,
      );
      await replica().health.run();
      const rows = await healthOf(opened, '2026-11-27', company);
      expect(rows.get('availability')).toMatchObject({ met: 1, noData: 1 });
    });

    it('waits with past days until no more of them comes in, with an end', async () => {
      const opened = await open(id);
      const { cells, commands, health, knex } = opened;
      await cells.run();
      const metThen = async () => {
        const rows = await healthOf(opened, '2026-11-27', company);
        return rows.get('availability')?.met;
      };
      const record = (at: string) =>
        commands.record([good('a', at)], who, () => true);
      await record('2026-11-27T10:00:00Z');
      await health.look();
      expect(await metThen()).toBeUndefined();
      await record('2026-11-27T11:00:00Z');
      await health.look();
      expect(await metThen()).toBeUndefined();
      await health.look();
      expect(await metThen()).toBe(1);
      expect(await knex('dirty_days')).toEqual([]);
      // A stream that never ends is rolled up too.
      let looks = 0;
      for (let left = 1; left > 0; looks++) {
        await record(`2026-11-26T10:00:${String(looks).padStart(2, '0')}Z`);
        await health.look();
        left = (await knex('dirty_days')).length;
      }
      expect(looks).toBeGreaterThan(5);
    });

    it('counts a day that is over by the rule of past days', async () => {
      const opened = await open(id);
      const { cells, commands, health, staleness, world } = opened;
      await cells.run();
      await commands.record(
        [good('a', '2026-11-28T10:00:00Z')],
        who,
        () => true,
      );
      world.now = '2026-11-28T23:59:00Z';
      await staleness.run();
      await health.run();
      const before = await healthOf(opened, '2026-11-28', company);
      expect(before.get('availability')).toMatchObject({ met: 0, stale: 1 });
      world.now = '2026-11-29T00:00:05Z';
      await health.run();
      const after = await healthOf(opened, '2026-11-28', company);
      expect(after.get('availability')).toMatchObject({ met: 1, stale: 0 });
    });

    it('begins a day again that was left in the middle', async () => {
      const opened = await open(id);
      const { cells, health, world, knex, database, replica } = opened;
      await cells.run();
      await health.run();
      world.now = '2026-11-29T00:00:05Z';
      const real = database.write.bind(database);
      let writes = 0;
      jest.spyOn(database, 'write').mockImplementation(async work => {
        writes += 1;
        // The first marks the day, the second has the health.
        if (writes === 2) {
          const yesterday = await knex('group_health').where({ grp: a });
          await knex('group_health').insert(
            yesterday.map(row => ({ ...row, day: dayFrom('2026-11-29') })),
          );
          throw new Error('The process ended');
        }
        return real(work);
      });
      await expect(health.run()).rejects.toThrow('The process ended');
      await replica().health.run();
      const rows = await healthOf(opened, '2026-11-29', company);
      expect(rows.get('*')).toMatchObject({ noData: 3 });
    });

    it('rolls today up again when another replica was faster', async () => {
      const opened = await open(id);
      const { cells, commands, health, replica, database } = opened;
      await cells.run();
      await health.run();
      await commands.record(
        [good('a', '2026-11-28T11:00:00Z')],
        who,
        () => true,
      );
      const slow = replica();
      const counts = slow.database.read.cells.counts.bind(
        slow.database.read.cells,
      );
      let isSlow = true;
      slow.database.read.cells.counts = async groups => {
        const old = await counts(groups);
        if (isSlow) {
          isSlow = false;
          await commands.record(
            [bad('b', '2026-11-28T11:00:00Z')],
            who,
            () => true,
          );
          await health.run();
        }
        return old;
      };
      await slow.health.run();
      await health.run();
      const rows = await healthOf(opened, '2026-11-28', company);
      expect(rows.get('availability')).toMatchObject({ met: 1, missed: 1 });
      expect(await database.read.health.dirtyDays()).toEqual([]);
    });

    it('rolls up once for many changes, soon', async () => {
      const opened = await open(id);
      const { cells, health, knex } = opened;
      await cells.run();
      const queries: string[] = [];
      const written = new Promise<void>(resolve => {
        knex.on('query-response', (_rows, { sql }: { sql: string }) => {
          queries.push(sql);
          if (sql.includes('into group_health')) resolve();
        });
      });
      health.soon();
      health.soon();
      await written;
      await health.stop();
      const rolledUp = queries.filter(sql => sql.includes('sum(points'));
      expect(rolledUp).toHaveLength(1);
      const rows = await healthOf(opened, '2026-11-28', company);
      expect(rows.get('*')).toMatchObject({ noData: 3 });
    });
  });
});
