import { TestDatabases } from '@backstage/backend-test-utils';
import { minute, notifierOf } from '../__testUtils__/notifier';
import { sharedTables } from '../__testUtils__/tables';
import { groupRef } from '../__testUtils__/work';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('Notifier on %s', id => {
  let world: Awaited<ReturnType<typeof notifierOf>>;

  beforeEach(async () => {
    world = await notifierOf(await tables(id));
  });

  it('tells the owning squad of several changes at once, and once', async () => {
    const { changed, replica, sent } = world;
    await changed('met', 'missed');
    await changed('met', 'at_risk', {
      kpi: 'cost',
      entity: 'component:default/shop',
    });
    await replica().run();
    await replica().run();
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: [groupRef('squad')] },
        payload: {
          title: 'Squad: 2 targets changed (1 missed, 1 at risk)',
          description:
            'KPI uptime is missed: 98 %, target >= 99%\nKPI cost of shop is at risk: 98 %, target >= 99%',
          link: '/scorecards?scope=squad',
          severity: 'high',
          topic: 'Targets',
          scope: 'changes:group:default/squad:2',
        },
      },
    ]);
  });

  it('tells a cell that goes to and fro no more often than the cool-down', async () => {
    const { changed, replica, titles, sent } = world;
    await changed('met', 'missed');
    await replica().run();
    world.now += minute;
    await changed('missed', 'met');
    await replica().run();
    world.now += minute;
    await changed('met', 'missed');
    await changed('met', 'missed', { kpi: 'cost' });
    await replica().run();
    expect(titles()).toEqual([
      'Squad: 1 target changed (1 missed)',
      'Squad: 1 target changed (1 missed)',
    ]);
    expect(sent[1].payload.description).toContain('KPI cost');
    world.now += 58 * minute;
    await replica().run();
    expect(sent[2].payload).toMatchObject({
      title: 'Squad: 1 target changed (1 to and fro)',
      description: 'KPI uptime is missed, after 2 changes: 98 %, target >= 99%',
      severity: 'low',
    });
    await replica().run();
    expect(sent).toHaveLength(3);
  });

  it('is silent about what is waived, also later, and about sample data', async () => {
    const { knex, changed, replica, sent, titles } = world;
    await knex('cells')
      .where({ kpi: 'uptime' })
      .update({ waived_until: world.now + minute });
    await changed('met', 'missed');
    await changed('met', 'missed', { kpi: 'cost', source: 'sample' });
    await replica().run();
    world.now += 90 * minute;
    await replica().run();
    expect(sent).toEqual([]);
    await changed('missed', 'met');
    await replica().run();
    expect(titles()).toEqual(['Squad: 1 target changed (1 better)']);
  });

  it('tells nothing twice when two replicas do it at once', async () => {
    const { changed, replica, titles } = world;
    for (const name of ['squad', 'other', 'far']) {
      const ref = groupRef(name);
      await changed('met', 'missed', { entity: ref, group: ref });
    }
    await Promise.all([replica().run(), replica().run(), replica().run()]);
    await replica().run();
    expect(titles().sort()).toEqual([
      'Squad: 1 target changed (1 missed)',
      'far: 1 target changed (1 missed)',
      'other: 1 target changed (1 missed)',
    ]);
  });

  it('tries again, ever more seldom, until it is sent', async () => {
    const { changed, replica, knex, sent } = world;
    await changed('met', 'missed');
    world.fails = true;
    await replica().run();
    const waiting = await knex('notices').first();
    expect(waiting).toMatchObject({ attempts: 1, sent_at: null });
    expect(waiting.problem).toContain('nobody listens');
    world.fails = false;
    world.now += minute - 1;
    await replica().run();
    expect(sent).toEqual([]);
    world.now += 1;
    world.fails = true;
    await replica().run();
    world.fails = false;
    world.now += 2 * minute - 1;
    await replica().run();
    expect(sent).toEqual([]);
    world.now += 1;
    await replica().run();
    await replica().run();
    expect(sent).toHaveLength(1);
  });

  it('gives up after twelve attempts, and says so in the outbox', async () => {
    const { changed, replica, sent, knex } = world;
    await changed('met', 'missed');
    world.fails = true;
    for (let i = 0; i < 14; i++) {
      await replica().run();
      world.now += 24 * 60 * minute;
    }
    world.fails = false;
    await replica().run();
    expect(sent).toEqual([]);
    expect(await knex('notices').first()).toMatchObject({
      attempts: 12,
      next_at: null,
      sent_at: null,
    });
  });

  it('sends after the lease what somebody died with, as the same notification', async () => {
    const { changed, replica, notices, sent } = world;
    await changed('met', 'missed');
    await replica().plan();
    const lease = { now: world.now, leaseMs: 5 * minute, limit: 10 };
    expect(await notices.claim(lease)).toHaveLength(1);
    await replica().run();
    expect(sent).toEqual([]);
    world.now += 5 * minute;
    await replica().run();
    expect(sent.map(({ payload }) => payload.scope)).toEqual([
      'changes:group:default/squad:1',
    ]);
  });

  it('loses no change when the outbox cannot be written', async () => {
    const { changed, knex, replica, sent } = world;
    await changed('met', 'missed');
    await knex.schema.renameTable('notices', 'gone');
    await expect(replica().run()).rejects.toThrow('notices');
    await knex.schema.renameTable('gone', 'notices');
    await replica().run();
    expect(sent).toHaveLength(1);
  });

  it('stops between two notifications when it must', async () => {
    const { changed, replica, sent } = world;
    const controller = new AbortController();
    controller.abort();
    await changed('met', 'missed');
    await replica().run(controller.signal);
    expect(sent).toEqual([]);
    world.now += 5 * minute;
    await replica().run();
    expect(sent).toHaveLength(1);
  });

  it('runs in a moment, once for all who ask, unless it is stopped', async () => {
    const { replica } = world;
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    try {
      const notifier = replica();
      const run = jest.spyOn(notifier, 'run').mockResolvedValue();
      notifier.soon();
      notifier.soon();
      jest.advanceTimersByTime(2_000);
      expect(run).toHaveBeenCalledTimes(1);
      notifier.soon();
      notifier.stop();
      jest.advanceTimersByTime(2_000);
      expect(run).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('cuts a title that the receiver would refuse', async () => {
    const { notices, replica, titles } = world;
    const payload = { title: 'x'.repeat(300) };
    const recipients = [groupRef('squad')];
    await notices.add([{ id: 'n', recipients, payload, createdAt: world.now }]);
    await replica().run();
    expect(titles()).toEqual([`${'x'.repeat(254)}…`]);
  });

  it('sends all of many, and forgets them after 90 days', async () => {
    const { notices, replica, titles, sent, knex } = world;
    const many = Array.from({ length: 120 }, (_, i) => ({
      id: `n${i}`,
      recipients: [groupRef('squad')],
      payload: { title: `${i}` },
      createdAt: world.now,
    }));
    await notices.add(many);
    await notices.add(many);
    await replica().run();
    expect(new Set(titles()).size).toBe(120);
    expect(sent).toHaveLength(120);
    world.now += 90 * 24 * 60 * minute + 1;
    await replica().run();
    expect(await knex('notices')).toEqual([]);
  });
});
