import { TestDatabases } from '@backstage/backend-test-utils';
import {
  a,
  all,
  commandsOf,
  nodes,
  uptime,
  who,
} from '../__testUtils__/samples';
import { sharedTables } from '../__testUtils__/tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('SampleChecker on %s', id => {
  it('says of each bad row what is wrong, and takes the others', async () => {
    const { commands, world } = commandsOf(await tables(id));
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
      [
        { ...nodes(1), kpi: 'x' },
        'unknown-kpi',
        'There is no KPI "x"; the page of KPIs',
      ],
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
    const { commands } = commandsOf(await tables(id));
    const rows = Array.from({ length: 1_100 }, () => nodes(NaN));
    const indexes = rows.map((_, at) => at + 10);
    const answer = await commands.record(rows, who, all, { indexes });
    expect(answer.rejected).toBe(1_100);
    expect(answer.errors).toHaveLength(1_000);
    expect(answer.errors[0].index).toBe(10);
  });

  it('says in a dry run what would become of samples, and keeps nothing', async () => {
    const { knex, commands, rollUp } = commandsOf(await tables(id));
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
});
