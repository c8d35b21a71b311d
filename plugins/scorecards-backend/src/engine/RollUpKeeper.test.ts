import { TestDatabases } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import {
  a,
  b,
  bad,
  company,
  good,
  keepersOf,
  treeOf,
  who,
} from '../__testUtils__/keepers';
import { group } from '../__testUtils__/records';
import { sharedTables } from '../__testUtils__/tables';
import { dayFrom } from '../domain/day';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('RollUpKeeper on %s', id => {
  const healthOf = async (
    { database }: Pick<ReturnType<typeof keepersOf>, 'database'>,
    day: string,
    ref: string,
  ) => {
    const rows = await database.read.health.ofDay(dayFrom(day), [ref]);
    return new Map(rows.map(row => [row.category, row]));
  };

  it('rolls today up along the tree, for each category and all of them', async () => {
    const opened = keepersOf(await tables(id));
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
    const opened = keepersOf(await tables(id));
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
    await commands.record([bad('a', '2026-11-25T10:00:00Z')], who, () => true);
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
    const opened = keepersOf(await tables(id));
    const { cells, commands, replica } = opened;
    await cells.run();
    await commands.record([good('a', '2026-11-27T10:00:00Z')], who, () => true);
    await replica().health.run();
    const rows = await healthOf(opened, '2026-11-27', company);
    expect(rows.get('availability')).toMatchObject({ met: 1, noData: 1 });
  });

  it('waits with past days until no more of them comes in, with an end', async () => {
    const opened = keepersOf(await tables(id));
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
    const opened = keepersOf(await tables(id));
    const { cells, commands, health, staleness, world } = opened;
    await cells.run();
    await commands.record([good('a', '2026-11-28T10:00:00Z')], who, () => true);
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
    const opened = keepersOf(await tables(id));
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
    const opened = keepersOf(await tables(id));
    const { cells, commands, health, replica, database } = opened;
    await cells.run();
    await health.run();
    await commands.record([good('a', '2026-11-28T11:00:00Z')], who, () => true);
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
    const opened = keepersOf(await tables(id));
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
