import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { openDatabase } from '@squadron/backend-kit';
import type { Verdict } from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import {
  cell,
  definitionsOf,
  directory,
  groupRef,
  kpi,
} from '../__testUtils__/work';
import type { StoredChange } from '../database/ChangeStore';
import { DatabaseNoticeStore } from '../database/DatabaseNoticeStore';
import { DatabasePendingChangeStore } from '../database/DatabasePendingChangeStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { migrationsDirectory } from '../database/migrationsDirectory';
import { Notifier } from './Notifier';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const minute = 60_000;

describe.each(databases.eachSupportedId())('Notifier on %s', id => {
  let now: number;
  let knex: Knex;
  let verdicts: DatabaseVerdicts;
  let sent: NotificationSendOptions[];
  let fails: boolean;
  let notices: DatabaseNoticeStore;

  const notifications = {
    async send(options: NotificationSendOptions) {
      if (fails) throw new Error('nobody listens');
      sent.push(options);
    },
  };

  const replica = () =>
    new Notifier({
      changes: new DatabasePendingChangeStore(knex),
      notices,
      notifications,
      definitions: definitionsOf(kpi('uptime'), kpi('cost')),
      directory,
      logger: mockServices.logger.mock(),
      coolDownMs: 60 * minute,
      now: () => new Date(now),
    });

  const changed = (
    from: Verdict,
    to: Verdict,
    fields: Partial<StoredChange> = {},
  ) =>
    verdicts.write(({ changes }) =>
      changes.add([
        {
          kpi: 'uptime',
          entity: groupRef('squad'),
          group: groupRef('squad'),
          from,
          to,
          text: '98 %',
          target: '>= 99%',
          reason: 'because',
          at: now,
          source: 'push',
          ...fields,
        },
      ]),
    );

  const titles = () => sent.map(({ payload }) => payload.title);

  beforeEach(async () => {
    now = Date.parse('2026-11-28T09:00:00Z');
    sent = [];
    fails = false;
    knex = await databases.init(id);
    await openDatabase({
      database: { getClient: async () => knex },
      migrationsDirectory,
    });
    verdicts = new DatabaseVerdicts(knex);
    await verdicts.write(({ cells }) =>
      cells.put([cell('uptime', 'squad'), cell('cost', 'squad')]),
    );
    notices = new DatabaseNoticeStore(knex);
  });

  it('tells the owning squad of several changes at once, and once', async () => {
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
    await changed('met', 'missed');
    await replica().run();
    now += minute;
    await changed('missed', 'met');
    await replica().run();
    now += minute;
    await changed('met', 'missed');
    await changed('met', 'missed', { kpi: 'cost' });
    await replica().run();
    expect(titles()).toEqual([
      'Squad: 1 target changed (1 missed)',
      'Squad: 1 target changed (1 missed)',
    ]);
    expect(sent[1].payload.description).toContain('KPI cost');
    now += 58 * minute;
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
    await knex('cells')
      .where({ kpi: 'uptime' })
      .update({ waived_until: now + minute });
    await changed('met', 'missed');
    await changed('met', 'missed', { kpi: 'cost', source: 'sample' });
    await replica().run();
    now += 90 * minute;
    await replica().run();
    expect(sent).toEqual([]);
    await changed('missed', 'met');
    await replica().run();
    expect(titles()).toEqual(['Squad: 1 target changed (1 better)']);
  });

  it('tells nothing twice when two replicas do it at once', async () => {
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
    await changed('met', 'missed');
    fails = true;
    await replica().run();
    const waiting = await knex('notices').first();
    expect(waiting).toMatchObject({ attempts: 1, sent_at: null });
    expect(waiting.problem).toContain('nobody listens');
    fails = false;
    now += minute - 1;
    await replica().run();
    expect(sent).toEqual([]);
    now += 1;
    fails = true;
    await replica().run();
    fails = false;
    now += 2 * minute - 1;
    await replica().run();
    expect(sent).toEqual([]);
    now += 1;
    await replica().run();
    await replica().run();
    expect(sent).toHaveLength(1);
  });

  it('gives up after twelve attempts, and says so in the outbox', async () => {
    await changed('met', 'missed');
    fails = true;
    for (let i = 0; i < 14; i++) {
      await replica().run();
      now += 24 * 60 * minute;
    }
    fails = false;
    await replica().run();
    expect(sent).toEqual([]);
    expect(await knex('notices').first()).toMatchObject({
      attempts: 12,
      next_at: null,
      sent_at: null,
    });
  });

  it('sends after the lease what somebody died with, as the same notification', async () => {
    await changed('met', 'missed');
    await replica().plan();
    const lease = { now, leaseMs: 5 * minute, limit: 10 };
    expect(await notices.claim(lease)).toHaveLength(1);
    await replica().run();
    expect(sent).toEqual([]);
    now += 5 * minute;
    await replica().run();
    expect(sent.map(({ payload }) => payload.scope)).toEqual([
      'changes:group:default/squad:1',
    ]);
  });

  it('loses no change when the outbox cannot be written', async () => {
    await changed('met', 'missed');
    await knex.schema.renameTable('notices', 'gone');
    await expect(replica().run()).rejects.toThrow('notices');
    await knex.schema.renameTable('gone', 'notices');
    await replica().run();
    expect(sent).toHaveLength(1);
  });

  it('stops between two notifications when it must', async () => {
    const controller = new AbortController();
    controller.abort();
    await changed('met', 'missed');
    await replica().run(controller.signal);
    expect(sent).toEqual([]);
    now += 5 * minute;
    await replica().run();
    expect(sent).toHaveLength(1);
  });

  it('runs in a moment, once for all who ask, unless it is stopped', async () => {
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
    const payload = { title: 'x'.repeat(300) };
    const recipients = [groupRef('squad')];
    await notices.add([{ id: 'n', recipients, payload, createdAt: now }]);
    await replica().run();
    expect(titles()).toEqual([`${'x'.repeat(254)}…`]);
  });

  it('sends all of many, and forgets them after 90 days', async () => {
    const many = Array.from({ length: 120 }, (_, i) => ({
      id: `n${i}`,
      recipients: [groupRef('squad')],
      payload: { title: `${i}` },
      createdAt: now,
    }));
    await notices.add(many);
    await notices.add(many);
    await replica().run();
    expect(new Set(titles()).size).toBe(120);
    expect(sent).toHaveLength(120);
    now += 90 * 24 * 60 * minute + 1;
    await replica().run();
    expect(await knex('notices')).toEqual([]);
  });
});
