import { TestDatabases } from '@backstage/backend-test-utils';
import { reportSchema } from '@squadron/plugin-scorecards-common';
import { reportsOf } from '../__testUtils__/reports';
import { sharedTables } from '../__testUtils__/tables';
import { cell, groupRef, tree, userRef } from '../__testUtils__/work';
import { dayFrom, startOf } from '../domain/day';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);
const day = (text: string) => startOf(dayFrom(text));

describe.each(databases.eachSupportedId())('ReportQueries on %s', id => {
  let world: Awaited<ReturnType<typeof reportsOf>>;

  beforeEach(async () => {
    world = await reportsOf(await tables(id));
  });

  it('tells how a week stands so far, with what changed and why', async () => {
    const { healthy, changed, ran, reports } = world;
    await healthy('2026-11-22', 'company', 9, 1);
    await healthy('2026-11-22', 'division', 9, 1);
    await healthy('2026-11-28', 'company', 7, 3);
    await healthy('2026-11-28', 'division', 6, 4);
    await healthy('2026-11-28', 'squad', 6, 4);
    await changed('2026-11-22T23:59:59Z', 'missed', 'met');
    await changed('2026-11-23T00:00:00Z', 'met', 'at_risk');
    await changed('2026-11-25T00:00:00Z', 'missed', 'met', 'far');
    await changed('2026-11-26T00:00:00Z', 'at_risk', 'missed');
    await ran('2026-11-22T23:00:00Z', 'failed');
    await ran('2026-11-23T00:00:00Z', 'ok');
    await ran('2026-11-23T01:00:00Z', 'failed');
    await ran('2026-11-23T02:00:00Z', 'ok', 'http');
    const report = reportSchema.parse(await reports.get('2026-W48'));
    expect(report).toMatchObject({
      kind: 'weekly',
      from: '2026-11-23',
      to: '2026-11-29',
      root: { ref: groupRef('company'), title: 'Company' },
      generatedAt: '2026-11-28T09:00:00.000Z',
      answer:
        'The score is 70 % so far, 20 points down on the week before. 3 of 10 targets are missed, 2 more than before. division fell the most, by 30 points.',
      health: { missed: 3, score: 0.7 },
      before: { missed: 1, score: 0.9 },
      groups: [
        { title: 'division', health: { score: 0.6 }, before: 0.9 },
        { title: 'Squad', health: { score: 0.6 } },
      ],
      collectors: [
        { id: 'http', runs: 1, failed: 0 },
        { id: 'prometheus', runs: 2, failed: 1 },
      ],
    });
    expect(report.groups[1].change).toBeUndefined();
    expect(report.changes).toEqual([
      {
        kpi: 'uptime',
        title: 'KPI uptime',
        entity: { ref: groupRef('squad'), title: 'Squad' },
        from: 'met',
        to: 'missed',
        at: '2026-11-26T00:00:00.000Z',
        text: '98 %',
        target: '>= 99%',
        reason: 'at_risk to missed',
      },
      expect.objectContaining({
        entity: { ref: groupRef('far'), title: 'far' },
        to: 'met',
      }),
    ]);
    expect(
      report.missed.map(each => [each.kpi, each.from, each.at, each.reason]),
    ).toEqual([
      [
        'uptime',
        'at_risk',
        '2026-11-26T00:00:00.000Z',
        '98 % does not meet >= 99%',
      ],
      ['cost', 'none', '2026-11-25T00:00:00.000Z', '98 % does not meet >= 99%'],
    ]);
  });

  it('tells how a past month stood at its end, and nothing of later', async () => {
    const { measured, changed, healthy, reports } = world;
    await measured('2026-10-30', 'missed');
    await measured('2026-10-31', 'missed', 'other');
    await measured('2026-10-28', 'missed', 'far');
    await measured('2026-11-01', 'met');
    await changed('2026-10-30T05:00:00Z', 'met', 'missed');
    await changed('2026-11-01T05:00:00Z', 'missed', 'met');
    await healthy('2026-10-31', 'company', 5, 5);
    const report = reportSchema.parse(await reports.get('2026-10'));
    expect(report.answer).toBe(
      'The score is 50 %. 5 of 10 targets are missed.',
    );
    expect(report.before).toBeUndefined();
    expect(report.changes).toHaveLength(1);
    expect(report.missed).toMatchObject([
      {
        entity: { title: 'Squad' },
        from: 'met',
        at: '2026-10-30T05:00:00.000Z',
        reason: 'met to missed',
      },
      {
        entity: { title: 'other' },
        from: 'none',
        at: '2026-10-31T00:00:00.001Z',
        text: '98 %',
        reason: '98 % misses >= 99%.',
      },
    ]);
  });

  it('is of a part of the tree when it is asked for one', async () => {
    const { changed, reports } = world;
    await changed('2026-11-26T00:00:00Z', 'met', 'missed');
    await changed('2026-11-26T00:00:00Z', 'met', 'missed', 'far');
    const { root, changes, missed, answer } = await reports.get(
      '2026-W48',
      'far',
    );
    expect(root.title).toBe('far');
    expect(changes.map(({ entity }) => entity.title)).toEqual(['far']);
    expect(missed).toEqual([]);
    expect(answer).toBe('Nothing with a target was measured so far.');
  });

  it('holds the waivers and campaigns of its time', async () => {
    const { waivers, campaigns, reports } = world;
    const asked = (name: string, at: string) =>
      waivers.add({
        id: name,
        kpi: 'uptime',
        entity: groupRef(name),
        group: groupRef(name),
        reason: 'The old site closes',
        state: 'requested',
        requestedBy: userRef('eve'),
        requestedAt: Date.parse(at),
        untilDay: dayFrom('2026-12-10'),
        version: 1,
      });
    await asked('squad', '2026-11-24T00:00:00Z');
    await asked('other', '2026-11-20T00:00:00Z');
    const run = (title: string, from: string, due: string) =>
      campaigns.add({
        id: title,
        title,
        description: '',
        group: groupRef('division'),
        kpis: [{ kpi: 'uptime', freshDays: 1 }],
        owner: userRef('dora'),
        fromDay: dayFrom(from),
        dueDay: dayFrom(due),
        startedAt: day(from),
        createdBy: userRef('dora'),
        createdAt: day(from),
        version: 1,
      });
    await run('then', '2026-11-01', '2026-11-22');
    await run('now', '2026-11-20', '2026-12-24');
    const week = await reports.get('2026-W48');
    expect(week.waivers.map(each => each.id)).toEqual(['squad']);
    expect(week.campaigns.map(each => each.title)).toEqual(['now']);
    const before = await reports.get('2026-W47');
    expect(before.waivers.map(each => each.id)).toEqual(['other']);
    expect(before.campaigns.map(each => each.title)).toEqual(['now', 'then']);
    expect(before.campaigns[0].trend.at(-1)?.day).toBe('2026-11-22');
  });

  it('comes as a table that no spreadsheet runs', async () => {
    const { changed, ran, verdicts, reports } = world;
    await changed('2026-11-26T00:00:00Z', 'met', 'missed');
    await ran('2026-11-23T01:00:00Z', 'failed');
    await verdicts.write(({ cells }) =>
      cells.put([cell('cost', 'far', { since: 0, reason: '=HYPERLINK("x")' })]),
    );
    const [header, ...lines] = (await reports.csv('2026-W48')).split('\r\n');
    expect(header).toBe(
      'section,group,kpi,entity,from,to,at,value,target,score,before,change,detail',
    );
    expect(lines).toContain(
      `missed,,KPI cost,far,none,missed,1970-01-01T00:00:00.000Z,98 %,>= 99%,,,,"'=HYPERLINK(""x"")"`,
    );
    expect(lines).toContain(
      'collector,,,,,,,1,,,,,prometheus: 1 of 1 runs failed',
    );
  });

  it.each([
    ['2026-W49', undefined, 'InputError', 'begins on 2026-11-30'],
    ['2027-01', undefined, 'InputError', 'begins on 2027-01-01'],
    ['2026-W54', undefined, 'InputError', 'There is no period 2026-W54'],
    ['2026-W48', 'gone', 'NotFoundError', 'The tree has no group "gone"'],
  ])('refuses %s of %s with %s', async (period, root, name, message) => {
    const { reports } = world;
    await expect(reports.get(period, root)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
  });

  it('costs as many statements for the whole tree as for one group', async () => {
    const { knex, reports } = world;
    let statements = 0;
    knex.on('query', () => {
      statements += 1;
    });
    const cost = async (root?: string) => {
      statements = 0;
      await reports.get('2026-W48', root);
      return statements;
    };
    expect(await cost('squad')).toBe(await cost());
    expect(tree.groups().length).toBeGreaterThan(1);
    expect(await cost()).toBeLessThan(10);
  });
});
