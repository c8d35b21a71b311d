import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Knex } from 'knex';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { group } from '../__testUtils__/records';
import {
  component,
  openReplicas,
  sampleCommands,
  verdictServices,
} from '../__testUtils__/verdicts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization' }),
    group('division', { type: 'division', parent: 'company' }),
    group('a', { parent: 'division' }),
    group('b', { parent: 'division' }),
  ],
  people: [],
});
const kpis = [
  ratio('uptime', {
    windowDays: 30,
    targets: [target('>= 99%')],
    appliesTo: { to: 'each', type: 'squad', below: 'division' },
  }),
  kpi('mttr', {
    kind: 'duration',
    unit: 'min',
    direction: 'down',
    targets: [target('< 30 min')],
  }),
  kpi('nodes', { kind: 'gauge', unit: 'nodes' }),
  kpi('restore', {
    kind: 'gauge',
    onNoData: 'hold',
    windowDays: 2,
    targets: [
      target('>= 90', { to: '2026-11-26' }),
      target('>= 10', { from: '2026-11-27' }),
    ],
  }),
  kpi('latency', {
    unit: 'ms',
    direction: 'down',
    appliesTo: { to: 'components', below: 'division' },
    targets: [target('< 100 ms')],
  }),
];
const a = 'group:default/a';
const who = { source: 'push', by: 'user:default/ann' };
const all = () => true;

async function open(id: TestDatabaseId) {
  const replicas = await openReplicas(await databases.init(id));
  const services = verdictServices({
    kpis,
    tree,
    components: [component('shop', a), component('orphan', 'group:default/z')],
    now: '2026-11-28T12:00:00Z',
  });
  return {
    ...replicas,
    ...services,
    ...sampleCommands(replicas.knex, services),
  };
}

const cellOf = async (knex: Knex, id: string, entity = a) =>
  knex('cells').where({ kpi: id, entity }).first();
const nodes = (value: number, at = '2026-11-28T10:00:00Z') => ({
  kpi: 'nodes',
  entity: 'a',
  at,
  value,
});
const uptime = (bad: number, at: string, entity = 'a') => ({
  kpi: 'uptime',
  entity,
  at,
  bad,
  total: 1000,
});

describe.each(databases.eachSupportedId())('SampleCommands on %s', id => {
  it('takes samples over, judges them and says how each cell stands', async () => {
    const { knex, commands, rollUp } = await open(id);
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

  it('says of each bad row what is wrong, and takes the others', async () => {
    const { commands, world } = await open(id);
    const moment = '2026-11-28T10:00:00Z';
    const rows: [unknown, string, string][] = [
      [
        nodes(NaN),
        'invalid',
        '"value": write a number; NaN and infinity are none',
      ],
      [nodes(Infinity), 'invalid', 'NaN and infinity are none'],
      ['nodes', 'invalid', 'Expected object'],
      [{ ...nodes(1), extra: 1 }, 'invalid', 'extra'],
      [{ ...nodes(1), kpi: 'node' }, 'unknown-kpi', 'did you mean "nodes"?'],
      [{ ...nodes(1), kpi: 'x' }, 'unknown-kpi', 'There is no KPI "x"; GET'],
      [
        { ...nodes(1), entity: 'divisiom' },
        'unknown-entity',
        'did you mean "division"?',
      ],
      [
        { ...nodes(1), kpi: 'latency', entity: 'component:orphan' },
        'unknown-entity',
        'no component of this name that a group owns',
      ],
      [
        { ...nodes(1), entity: 'b' },
        'not-applicable',
        'nodes is measured of group:default/a',
      ],
      [
        { ...nodes(1), kpi: 'latency' },
        'not-applicable',
        'components that division',
      ],
      [uptime(1, moment, 'b'), 'not-allowed', 'samples of group:default/b'],
      [nodes(1, '2026-11-28T12:05:00.001Z'), 'future', 'five minutes ahead'],
      [nodes(1, '2024-09-19T11:59:59Z'), 'too-old', 'more than 800 days ago'],
      [{ ...nodes(1), good: 1 }, 'wrong-shape', 'send value alone'],
      [{ ...nodes(1), unit: 'min' }, 'wrong-unit', 'nodes'],
    ];
    expect(world.now).toBe('2026-11-28T12:00:00Z');
    const good = [
      nodes(1, '2026-11-28T12:05:00Z'),
      nodes(2, '2024-09-19T12:00:00Z'),
    ];
    const answer = await commands.record(
      [good[0], ...rows.map(([row]) => row), good[1]],
      who,
      owner => owner === a,
    );
    expect(answer).toMatchObject({ accepted: 2, rejected: rows.length });
    expect(answer.errors.map(({ index, code }) => [index, code])).toEqual(
      rows.map(([, code], at) => [at + 1, code]),
    );
    answer.errors.forEach(({ message }, at) =>
      expect(message).toContain(rows[at][2]),
    );
  });

  it('names rows by the places that it is given, and the first thousand alone', async () => {
    const { commands } = await open(id);
    const rows = Array.from({ length: 1_100 }, () => nodes(NaN));
    const indexes = rows.map((_, at) => at + 10);
    const answer = await commands.record(rows, who, all, { indexes });
    expect(answer.rejected).toBe(1_100);
    expect(answer.errors).toHaveLength(1_000);
    expect(answer.errors[0].index).toBe(10);
  });

  it('knows what it has, and keeps the old value of what is corrected', async () => {
    const { knex, commands, rollUp } = await open(id);
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
    const { knex, commands } = await open(id);
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
    const { knex, commands } = await open(id);
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

  it('judges a late sample by the target of its time, and every window that holds it', async () => {
    const { knex, commands } = await open(id);
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
    const { knex, commands } = await open(id);
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
    const { knex, commands, world } = await open(id);
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
    const { knex, commands } = await open(id);
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
    const { knex, commands } = await open(id);
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

  it('takes samples of components for the group that owns them', async () => {
    const { knex, commands, getEntitiesByRefs } = await open(id);
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

  it('says in a dry run what would become of samples, and keeps nothing', async () => {
    const { knex, commands, rollUp } = await open(id);
    await commands.record([uptime(0, '2026-11-27T09:00:00Z')], who, all);
    const version = await knex('marks').first();
    const answer = await commands.dryRun(
      [
        uptime(19, '2026-11-28T09:00:00Z'),
        { kpi: 'x' },
        uptime(0, '2026-11-27T09:00:00Z'),
        uptime(50, '2026-11-28T09:00:00Z', 'b'),
      ],
      who,
      all,
    );
    expect(answer).toMatchObject({ accepted: 2, unchanged: 1, rejected: 1 });
    expect(answer.verdicts).toMatchObject([
      { index: 0, verdict: 'at_risk' },
      { index: 2, verdict: 'met', text: '100 %' },
      { index: 3, verdict: 'missed', text: '95 %' },
    ]);
    expect(answer.verdicts[0].reason).toContain('meets >= 99%');
    expect(await knex('samples')).toHaveLength(1);
    expect(await knex('marks').first()).toEqual(version);
    expect(rollUp.soon).toHaveBeenCalledTimes(1);
  });

  it('takes the same number of statements for one sample as for many', async () => {
    const { knex, commands } = await open(id);
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
    const { knex, other, close, commands, ...services } = await open(id);
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
