import { TestDatabases } from '@backstage/backend-test-utils';
import { body, by, campaignsOf } from '../__testUtils__/campaigns';
import { sharedTables } from '../__testUtils__/tables';
import { cell, groupRef, userRef } from '../__testUtils__/work';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('campaigns on %s', id => {
  let world: Awaited<ReturnType<typeof campaignsOf>>;

  beforeEach(async () => {
    world = await campaignsOf(await tables(id));
  });

  it('keep how their cells stand when they begin, and tell what became of it', async () => {
    const { commands, queries, fixed, put } = world;
    const { id: campaign } = await commands.start(body, by);
    const begun = await queries.get(campaign);
    expect(begun).toMatchObject({
      title: 'Green by Christmas',
      group: { ref: groupRef('division'), title: 'division' },
      owner: { ref: userRef('dora'), title: 'dora' },
      kpis: [
        { ref: 'uptime', title: 'KPI uptime' },
        { ref: 'latency', title: 'KPI latency' },
      ],
      from: '2026-11-28',
      due: '2026-12-24',
      state: 'running',
      start: { met: 1, missed: 1, noData: 1, score: 0.5 },
      progress: 0,
      version: 1,
    });
    expect(begun.now).toEqual(begun.start);
    await fixed('uptime', 'squad');
    await put(cell('uptime', 'other', { freshness: 'stale', weight: 2 }));
    const half = await queries.get(campaign);
    expect(half.start).toEqual(begun.start);
    expect(half.now).toMatchObject({ met: 1, stale: 1, noData: 1 });
    expect([half.progress, half.state]).toEqual([0.5, 'running']);
    await fixed('latency', 'squad');
    const done = await queries.get(campaign);
    expect([done.progress, done.state]).toEqual([1, 'reached']);
  });

  it('do not take a value that is no longer fresh for fixed', async () => {
    const { commands, put, queries } = world;
    const { id: campaign } = await commands.start(body, by);
    for (const freshness of ['stale', 'error'] as const) {
      await put(cell('uptime', 'squad', { verdict: 'met', freshness }));
      expect((await queries.get(campaign)).progress).toBe(0);
    }
  });

  it('leave out what is gone, and count what is new only as of now', async () => {
    const { commands, knex, put, fixed, queries } = world;
    const { id: campaign } = await commands.start(body, by);
    await knex('cells').where({ kpi: 'latency' }).delete();
    await put(cell('latency', 'other'));
    await fixed('uptime', 'squad');
    const { now: present, progress } = await queries.get(campaign);
    expect(present).toMatchObject({ met: 2, missed: 1, noData: 0 });
    expect(progress).toBe(1);
  });

  it('that are planned begin on their day, once for several replicas', async () => {
    const { commands, queries, fixed } = world;
    const planned = { ...body, from: '2026-12-01' };
    const { id: campaign } = await commands.start(planned, by);
    await commands.beginDue();
    const ahead = await queries.get(campaign);
    expect(ahead).toMatchObject({ state: 'planned', progress: 0, trend: [] });
    expect(ahead.start).toEqual(ahead.now);
    world.now = new Date('2026-12-01T00:00:05Z');
    await fixed('uptime', 'squad');
    await Promise.all([commands.beginDue(), commands.beginDue()]);
    await fixed('latency', 'squad');
    await commands.beginDue();
    expect(await queries.get(campaign)).toMatchObject({
      state: 'reached',
      start: { met: 2, noData: 1 },
      trend: [{ day: '2026-12-01', total: 3 }],
    });
  });

  it('that began earlier start from how the cells stood then', async () => {
    const { measured, commands, fixed, queries } = world;
    await measured('squad', '2026-11-19', 'missed');
    await measured('squad', '2026-11-20', 'met');
    await measured('other', '2026-11-10', 'met');
    const earlier = { ...body, from: '2026-11-20' };
    const { id: campaign } = await commands.start(earlier, by);
    await fixed('uptime', 'squad');
    expect(await queries.get(campaign)).toMatchObject({
      start: { met: 0, missed: 1, stale: 1, noData: 1 },
      progress: 2 / 3,
    });
  });

  it('show by day how many cells were met, and none for longer than fresh', async () => {
    const { measured, commands, queries } = world;
    await measured('squad', '2026-11-19', 'met');
    await measured('squad', '2026-11-21', 'missed');
    await measured('squad', '2026-11-22', 'met');
    await measured('other', '2026-11-21', 'met');
    await measured('far', '2026-11-21', 'met');
    const earlier = { ...body, from: '2026-11-20' };
    const { id: campaign } = await commands.start(earlier, by);
    const { trend } = await queries.get(campaign);
    expect(trend.map(({ met }) => met)).toEqual([1, 1, 2, 1, 0, 0, 0, 0, 0]);
    expect(trend[0]).toEqual({ day: '2026-11-20', met: 1, total: 3 });
    expect(trend.at(-1)?.day).toBe('2026-11-28');
  });

  it('are over after their day and closed before it, with a record', async () => {
    const { commands, queries } = world;
    const { id: first } = await commands.start(body, by);
    const { id: second } = await commands.start(body, by);
    world.now = new Date('2026-12-01T09:00:00Z');
    await commands.close(second, by);
    await commands.close(second, by);
    world.now = new Date('2026-12-25T09:00:00Z');
    const last = async (campaign: string) => {
      const { state, trend } = await queries.get(campaign);
      return [state, trend.at(-1)?.day];
    };
    expect(await last(first)).toEqual(['over', '2026-12-24']);
    expect(await last(second)).toEqual(['closed', '2026-12-01']);
    const listed = async (query: Parameters<typeof queries.list>[0]) =>
      (await queries.list(query)).map(each => each.id);
    expect(await listed({ state: ['closed'] })).toEqual([second]);
    expect(await listed({ root: ['company'] })).toHaveLength(2);
    expect(await listed({ root: ['squad'] })).toEqual([]);
    await expect(
      commands.change(second, { ...body, version: 2 }, by),
    ).rejects.toThrow('is closed and stays as it was');
  });

  it('keep the start of the cells that a change leaves in', async () => {
    const { commands, fixed, queries } = world;
    const { id: campaign } = await commands.start(body, by);
    await fixed('uptime', 'squad');
    const kpis = ['cost', 'uptime'];
    await commands.change(campaign, { ...body, kpis, version: 1 }, by);
    expect(await queries.get(campaign)).toMatchObject({
      kpis: [{ ref: 'cost' }, { ref: 'uptime' }],
      start: { met: 1, missed: 2, noData: 0 },
      progress: 0.5,
      version: 2,
    });
  });

  it('are changed once when two people do it at once', async () => {
    const { commands, queries } = world;
    const { id: campaign } = await commands.start(body, by);
    const outcomes = await Promise.allSettled(
      ['One', 'Two'].map(title =>
        commands.change(campaign, { ...body, title, version: 1 }, by),
      ),
    );
    const lost = outcomes.filter(each => each.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0].reason.name).toBe('ConflictError');
    expect((await queries.get(campaign)).version).toBe(2);
  });

  it.each([
    [{ from: '2026-12-25' }, 'before it begins'],
    [
      { from: '2026-01-01', due: '2026-11-27' },
      'choose a last day that is ahead',
    ],
    [{ from: '2025-11-26' }, 'begins on 2025-11-27 at the earliest'],
    [{ owner: 'nobody' }, 'knows no owner "nobody"'],
    [{ kpis: ['uptim'] }, 'There is no KPI "uptim": did you mean uptime?'],
    [{ group: 'nowhere' }, 'The tree has no group "nowhere"'],
    [{ group: 'board' }, 'None of these KPIs is measured at'],
  ])('are refused with %j', async (wrong, message) => {
    const { commands, queries } = world;
    await expect(commands.start({ ...body, ...wrong }, by)).rejects.toThrow(
      message,
    );
    expect(await queries.list({})).toEqual([]);
  });

  it('need leave for the group they are of, and for the one they move to', async () => {
    const { commands } = world;
    const asked: string[] = [];
    const actor = {
      by: userRef('dora'),
      mayManage: async (group: string) => {
        asked.push(group.replace('group:default/', ''));
      },
    };
    const { id: campaign } = await commands.start(body, actor);
    const moved = { ...body, group: 'squad', version: 1 };
    await commands.change(campaign, moved, actor);
    await commands.close(campaign, actor);
    expect(asked).toEqual(['division', 'division', 'squad', 'squad']);
  });

  it('cost the same statements whether one or many are read', async () => {
    const { knex, queries, commands } = world;
    let statements = 0;
    knex.on('query', () => {
      statements += 1;
    });
    const cost = async () => {
      statements = 0;
      await queries.list({});
      return statements;
    };
    await commands.start(body, by);
    const one = await cost();
    for (const title of ['B-2', 'B-3', 'B-4']) {
      await commands.start({ ...body, title, from: '2026-11-20' }, by);
    }
    expect(await cost()).toBe(one);
    expect(one).toBe(6);
  });
});
