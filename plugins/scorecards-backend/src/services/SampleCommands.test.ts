import { TestDatabases } from '@backstage/backend-test-utils';
import {
  a,
  all,
  cellOf,
  commandsOf,
  nodes,
  uptime,
  who,
} from '../__testUtils__/samples';
import { sharedTables } from '../__testUtils__/tables';
import { sampleCommands } from '../__testUtils__/verdicts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('SampleCommands on %s', id => {
  it('takes samples over, judges them and says how each cell stands', async () => {
    const { knex, commands, rollUp } = commandsOf(await tables(id));
    const answer = await commands.record(
      [
        uptime(5, '2026-11-28T09:00:00Z'),
        {
          kpi: 'mttr',
          entity: a,
          at: '2026-11-28T09:00:00Z',
          sum: 80,
          count: 2,
        },
        nodes(7),
      ],
      who,
      all,
    );
    expect(answer).toEqual({
      accepted: 3,
      unchanged: 0,
      corrected: 0,
      rejected: 0,
      errors: [],
    });
    expect(rollUp.soon).toHaveBeenCalledTimes(1);
    expect(await cellOf(knex, 'uptime')).toMatchObject({
      grp: a,
      category: 'quality',
      verdict: 0,
      freshness: 1,
      value: 0.995,
      bad_share: 0.005,
      target: '>= 99%',
      source: 'push',
      points: 0,
    });
    expect(await cellOf(knex, 'mttr')).toMatchObject({
      verdict: 2,
      value: 2400,
    });
    expect(await cellOf(knex, 'nodes')).toMatchObject({
      verdict: 3,
      value: 7,
      freshness: 0,
      points: null,
    });
  });

  it('knows what it has, and keeps the old value of what is corrected', async () => {
    const { knex, commands, rollUp } = commandsOf(await tables(id));
    await commands.record([nodes(7)], who, all);
    const again = await commands.record([nodes(7)], who, all);
    expect(again).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(rollUp.soon).toHaveBeenCalledTimes(1);
    const other = await commands.record([nodes(8)], who, all);
    expect(other).toMatchObject({ accepted: 0, corrected: 1 });
    expect(await knex('corrections')).toMatchObject([
      { old_sum: 7, new_sum: 8, corrected_by: 'user:default/ann' },
    ]);
    expect(await cellOf(knex, 'nodes')).toMatchObject({ value: 8 });
  });

  it('takes a day that a collector reads again while it runs for no correction', async () => {
    const { knex, commands } = commandsOf(await tables(id));
    const plugin = { source: 'plugin', by: 'plugin:scorecards' };
    const midnight = '2026-11-28T00:00:00Z';
    const yesterday = '2026-11-27T00:00:00Z';
    await commands.record(
      [nodes(1, midnight), nodes(1, yesterday)],
      plugin,
      all,
    );
    const again = await commands.record(
      [nodes(2, midnight), nodes(2, yesterday)],
      plugin,
      all,
    );
    expect(again).toMatchObject({ accepted: 1, corrected: 1 });
    const corrections = await knex('corrections');
    expect(corrections).toMatchObject([{ old_sum: 1, new_sum: 2 }]);
    // PostgreSQL gives large numbers as text.
    expect(Number(corrections[0].at)).toBe(Date.parse(yesterday));
    expect(await cellOf(knex, 'nodes')).toMatchObject({ value: 2 });
  });

  it('lets the later one of two of one moment count, also in one batch', async () => {
    const { knex, commands } = commandsOf(await tables(id));
    const answer = await commands.record(
      [nodes(1), nodes(2), nodes(2)],
      who,
      all,
    );
    expect(answer).toMatchObject({ accepted: 1, corrected: 1, unchanged: 1 });
    expect(await knex('samples')).toMatchObject([{ sum: 2 }]);
    expect(await knex('corrections')).toMatchObject([
      { old_sum: 1, new_sum: 2 },
    ]);
  });

  it('takes samples of components for the group that owns them', async () => {
    const { knex, commands, getEntitiesByRefs } = commandsOf(await tables(id));
    const latency = (value: number, at: string) => ({
      kpi: 'latency',
      entity: 'component:shop',
      at,
      value,
      unit: 's',
    });
    await commands.record([latency(0.05, '2026-11-28T10:00:00Z')], who, all);
    await commands.record([latency(0.25, '2026-11-28T11:00:00Z')], who, all);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(
      await cellOf(knex, 'latency', 'component:default/shop'),
    ).toMatchObject({
      grp: a,
      value: 0.25,
      verdict: 2,
    });
  });

  it('takes the same number of statements for one sample as for many', async () => {
    const { knex, commands } = commandsOf(await tables(id));
    const count = async (rows: unknown[]) => {
      let statements = 0;
      const onQuery = () => {
        statements += 1;
      };
      knex.on('query', onQuery);
      await commands.record(rows, who, all);
      knex.off('query', onQuery);
      return statements;
    };
    const many = (hour: string) =>
      Array.from({ length: 70 }, (_, at) => [
        uptime(
          at,
          `2026-11-27T${hour}:00:${String(at % 60).padStart(2, '0')}Z`,
          at < 60 ? 'a' : 'b',
        ),
        nodes(
          at,
          `2026-11-27T${hour}:${String(at % 60).padStart(2, '0')}:0${Math.floor(at / 60)}Z`,
        ),
      ]).flat();
    expect(await count(many('10'))).toBeLessThanOrEqual(17);
    const many11 = await count(many('11'));
    const one = [uptime(0, '2026-11-27T13:00:00Z'), nodes(1)];
    expect(await count(one)).toBe(many11);
  });

  it('loses and doubles nothing when two replicas take samples of the same days', async () => {
    const { knex, other, close, commands, ...services } = commandsOf(
      await tables(id),
    );
    const { commands: second } = sampleCommands(other, services);
    const minutes = Array.from({ length: 60 }, (_, at) =>
      String(at).padStart(2, '0'),
    );
    const rowsOf = (hour: string) =>
      minutes.flatMap(minute => [
        uptime(1, `2026-11-27T${hour}:${minute}:00Z`),
        uptime(1, `2026-11-27T${hour}:${minute}:00Z`, 'b'),
      ]);
    const shared = rowsOf('08');
    const answers = await Promise.all([
      commands.record([...rowsOf('09'), ...shared], who, all),
      second.record([...shared, ...rowsOf('10')].reverse(), who, all),
      commands.record(rowsOf('11'), who, all),
      second.record(rowsOf('12').reverse(), who, all),
    ]);
    const sum = (of: 'accepted' | 'unchanged') =>
      answers.reduce((total, answer) => total + answer[of], 0);
    expect([sum('accepted'), sum('unchanged')]).toEqual([600, 120]);
    for (const entity of [a, 'group:default/b']) {
      expect(await cellOf(knex, 'uptime', entity)).toMatchObject({
        sum: 300,
        count: 300_000,
      });
    }
    await close();
  });
});
