import { TestDatabases } from '@backstage/backend-test-utils';
import { ratio, target } from '../__testUtils__/kpi';
import {
  a,
  all,
  cellOf,
  commandsOf,
  nodes,
  who,
} from '../__testUtils__/samples';
import { sharedTables } from '../__testUtils__/tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('judgeDays on %s', id => {
  it('judges a late sample by the target of its time, and every window that holds it', async () => {
    const { knex, commands } = commandsOf(await tables(id));
    const restore = (value: number, at: string) => ({
      ...nodes(value, at),
      kpi: 'restore',
    });
    await commands.record([restore(100, '2026-11-27T10:00:00Z')], who, all);
    expect(await cellOf(knex, 'restore')).toMatchObject({
      value: 100,
      verdict: 0,
    });
    await commands.record([restore(50, '2026-11-26T10:00:00Z')], who, all);
    expect(await cellOf(knex, 'restore')).toMatchObject({
      value: 75,
      verdict: 0,
    });
    const daily = await knex('daily').orderBy('day');
    expect(
      daily.map(({ value, verdict, target: goal }) => [value, verdict, goal]),
    ).toEqual([
      [50, 2, 90],
      [75, 0, 10],
    ]);
  });

  it('leaves the cell alone when a late sample changes nothing of now', async () => {
    const { knex, commands } = commandsOf(await tables(id));
    await commands.record([nodes(7)], who, all);
    const before = await cellOf(knex, 'nodes');
    await commands.record(
      [nodes(3, '2026-11-28T09:00:00Z'), nodes(2, '2026-11-20T09:00:00Z')],
      who,
      all,
    );
    expect(await cellOf(knex, 'nodes')).toEqual(before);
  });

  it('holds the points of the last verdict while there are no events', async () => {
    const { knex, commands, world } = commandsOf(await tables(id));
    world.kpis = [
      ratio('backup', {
        onNoData: 'hold',
        windowDays: 1,
        targets: [target('>= 99%')],
      }),
    ];
    const backup = (bad: number, total: number, at: string) => ({
      kpi: 'backup',
      entity: 'a',
      at,
      bad,
      total,
    });
    await commands.record([backup(0, 0, '2026-11-28T10:00:00Z')], who, all);
    expect(await cellOf(knex, 'backup')).toMatchObject({
      verdict: 3,
      points: null,
    });
    await commands.record([backup(0, 5, '2026-11-27T10:00:00Z')], who, all);
    await commands.record([backup(0, 0, '2026-11-28T11:00:00Z')], who, all);
    expect(await cellOf(knex, 'backup')).toMatchObject({
      verdict: 3,
      points: 1,
    });
  });

  it('tells each change of a verdict once, with why', async () => {
    const { knex, commands } = commandsOf(await tables(id));
    const mttr = (value: number, at: string) => ({
      ...nodes(value, at),
      kpi: 'mttr',
    });
    await commands.record(
      [
        mttr(10, '2026-11-24T10:00:00Z'),
        mttr(60, '2026-11-25T10:00:00Z'),
        mttr(70, '2026-11-26T10:00:00Z'),
        mttr(5, '2026-11-27T10:00:00Z'),
      ],
      who,
      all,
    );
    await commands.record([mttr(6, '2026-11-27T11:00:00Z')], who, all);
    const changes = await knex('changes').orderBy('id');
    expect(changes.map(each => [each.from_verdict, each.to_verdict])).toEqual([
      [3, 0],
      [0, 2],
      [2, 0],
    ]);
    expect(changes[1]).toMatchObject({
      grp: a,
      source: 'push',
      notified_at: null,
    });
    expect(changes[1].reason).toContain('misses < 30 min');
    const { since } = await cellOf(knex, 'mttr');
    expect(Number(since)).toBe(Date.parse('2026-11-27T10:00:00Z'));
  });

  it('marks the days whose health is to be rolled up anew', async () => {
    const { knex, commands } = commandsOf(await tables(id));
    const days = async () => {
      const found = await knex('dirty_days').orderBy('day').pluck('day');
      await knex('dirty_days').delete();
      return found.map(day =>
        new Date(day * 86_400_000).toISOString().slice(8, 10),
      );
    };
    await commands.record([nodes(7, '2026-11-25T10:00:00Z')], who, all);
    expect(await days()).toEqual(['25', '26', '27', '28']);
    await commands.record([nodes(7, '2026-11-22T10:00:00Z')], who, all);
    expect(await days()).toEqual(['22', '23', '24', '28']);
    await commands.record([nodes(7, '2026-11-28T10:00:00Z')], who, all);
    expect(await days()).toEqual(['28']);
  });
});
