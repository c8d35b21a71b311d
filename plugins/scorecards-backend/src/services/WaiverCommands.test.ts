import { TestDatabases } from '@backstage/backend-test-utils';
import { ask, by, reason, waiversOf } from '../__testUtils__/waivers';
import { sharedTables } from '../__testUtils__/tables';
import { groupRef, userRef } from '../__testUtils__/work';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('waivers on %s', id => {
  let world: Awaited<ReturnType<typeof waiversOf>>;

  beforeEach(async () => {
    world = await waiversOf(await tables(id));
  });

  it('go from request to approval by the nearest lead above', async () => {
    const { commands, queries, noticesTo, knex } = world;
    const asked = await commands.request(ask, by('eve'));
    expect(asked).toMatchObject({
      kpiTitle: 'KPI uptime',
      entity: { ref: groupRef('squad'), title: 'Squad' },
      state: 'requested',
      requestedBy: { ref: userRef('eve'), title: 'eve' },
      until: '2026-12-10',
      approvers: [{ title: 'dora' }, { title: 'ceo' }],
      mine: false,
      version: 1,
    });
    expect((await queries.get(asked.id, userRef('dora'))).mine).toBe(true);
    world.now = new Date('2026-11-29T09:00:00Z');
    const granted = await commands.approve(
      asked.id,
      { version: 1 },
      userRef('dora'),
    );
    expect(granted).toEqual({
      ...asked,
      state: 'approved',
      decidedBy: { ref: userRef('dora'), title: 'dora' },
      decidedAt: '2026-11-29T09:00:00.000Z',
      version: 2,
    });
    expect(await queries.get(asked.id, undefined)).toEqual(granted);
    expect(await noticesTo()).toEqual([
      ['requested', userRef('dora')],
      ['approved', userRef('eve')],
    ]);
    expect(world.notices).toBe(2);
    const links = await knex('notices').orderBy('created_at').pluck('payload');
    expect(links.map(payload => JSON.parse(payload).link)).toEqual([
      `/scorecards/waivers?waiver=${asked.id}`,
      `/scorecards/waivers?show=all&waiver=${asked.id}`,
    ]);
  });

  it('are asked for a component by who may for its owner', async () => {
    const { commands } = world;
    const required: string[] = [];
    const asked = await commands.request(
      { ...ask, entity: 'component:default/shop' },
      {
        ...by('olga'),
        mayRequest: async group => {
          required.push(group);
        },
      },
    );
    expect(required).toEqual([groupRef('other')]);
    expect(asked.entity.title).toBe('shop');
    expect(asked.group).toEqual({ ref: groupRef('other'), title: 'other' });
    await expect(
      commands.request(ask, {
        by: userRef('olga'),
        mayRequest: async () => Promise.reject(new Error('not yours')),
      }),
    ).rejects.toThrow('not yours');
  });

  it.each([
    [{ kpi: 'speed' }, 'There is no KPI "speed"'],
    [{ kpi: 'latency' }, '"squad" does not have the KPI "latency"'],
    [{ entity: 'nobody' }, '"nobody" does not have the KPI "uptime"'],
    [{ until: '2026-11-27' }, 'between today and 2027-05-27'],
    [{ until: '2027-05-28' }, 'between today and 2027-05-27'],
  ])('are not asked with %j', async (wrong, message) => {
    const { commands, store } = world;
    await expect(
      commands.request({ ...ask, ...wrong }, by('eve')),
    ).rejects.toThrow(message);
    expect(await store.count({})).toBe(0);
  });

  it('may be of today alone, and of 180 days', async () => {
    const { commands } = world;
    const today = await commands.request(
      { ...ask, until: '2026-11-28' },
      by('eve'),
    );
    await commands.revoke(today.id, { reason, version: 1 }, by('eve'));
    const long = await commands.request(
      { ...ask, until: '2027-05-27' },
      by('eve'),
    );
    expect(long.until).toBe('2027-05-27');
  });

  it('are one at a time of a cell: the second is told of the first', async () => {
    const { commands } = world;
    const asked = await commands.request(ask, by('eve'));
    await expect(commands.request(ask, by('sam'))).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        `"KPI uptime" of Squad has a waiver already, requested until 2026-12-10 (${asked.id})`,
      ),
    });
  });

  it('are never decided by who asked, and by nobody beside the leads above', async () => {
    const { commands } = world;
    const { id: asked } = await commands.request(ask, by('dora'));
    for (const name of ['dora', 'sam', 'eve', 'olga', 'cfo']) {
      await expect(
        commands.approve(asked, { version: 1 }, userRef(name)),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('user:default/ceo'),
      });
    }
    const denied = await commands.deny(
      asked,
      { reason: 'Fix it, please', version: 1 },
      userRef('ceo'),
    );
    expect(denied).toMatchObject({
      state: 'denied',
      decisionReason: 'Fix it, please',
    });
  });

  it('of the top are decided by executives, who all hear of it', async () => {
    const { commands, noticesTo } = world;
    const asked = await commands.request(
      { ...ask, entity: 'company' },
      by('ceo'),
    );
    expect(asked.approvers).toEqual([{ ref: userRef('cfo'), title: 'cfo' }]);
    await commands.approve(asked.id, { version: 1 }, userRef('cfo'));
    expect(await noticesTo()).toContainEqual(['requested', userRef('cfo')]);
  });

  it('are decided once when two people do it at once', async () => {
    const { commands, queries } = world;
    const { id: asked } = await commands.request(ask, by('eve'));
    const outcomes = await Promise.allSettled([
      commands.approve(asked, { version: 1 }, userRef('dora')),
      commands.deny(asked, { reason, version: 1 }, userRef('ceo')),
    ]);
    const [winner] = outcomes.filter(each => each.status === 'fulfilled');
    const [loser] = outcomes.filter(each => each.status === 'rejected');
    expect(loser.reason).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        `Somebody else was faster: this waiver is ${winner.value.state} by`,
      ),
    });
    expect((await queries.get(asked, undefined)).state).toBe(
      winner.value.state,
    );
  });

  it('are not decided by an old version, nor after their last day', async () => {
    const { commands } = world;
    const { id: asked } = await commands.request(ask, by('eve'));
    const dora = userRef('dora');
    await expect(commands.approve(asked, { version: 2 }, dora)).rejects.toThrow(
      'this waiver is requested now',
    );
    world.now = new Date('2026-12-11T00:00:00Z');
    await expect(commands.approve(asked, { version: 1 }, dora)).rejects.toThrow(
      'until 2026-12-10, which is past',
    );
  });

  it.each(['sam', 'dora', 'ceo'])(
    'end earlier by the word of %s',
    async who => {
      const { commands } = world;
      const { id: asked } = await commands.request(ask, by('eve'));
      await commands.approve(asked, { version: 1 }, userRef('dora'));
      for (const name of ['eve', 'olga']) {
        await expect(
          commands.revoke(asked, { reason, version: 2 }, by(name)),
        ).rejects.toThrow('You cannot revoke this waiver');
      }
      world.now = new Date('2026-12-01T00:00:00Z');
      expect(
        await commands.revoke(asked, { reason, version: 2 }, by(who)),
      ).toMatchObject({
        state: 'revoked',
        decidedBy: { ref: userRef('dora') },
        revokedBy: { ref: userRef(who) },
        revokedAt: '2026-12-01T00:00:00.000Z',
        revocationReason: reason,
        version: 3,
      });
    },
  );

  it('are taken back by who asked alone, while they are not decided', async () => {
    const { commands, noticesTo } = world;
    const { id: asked } = await commands.request(ask, by('eve'));
    await expect(
      commands.revoke(asked, { reason, version: 1 }, by('dora')),
    ).rejects.toThrow('You cannot take this request back');
    await commands.revoke(asked, { reason, version: 1 }, by('eve'));
    expect(await noticesTo()).toEqual([['requested', userRef('dora')]]);
    await expect(
      commands.approve(asked, { version: 2 }, userRef('dora')),
    ).rejects.toThrow('this waiver is revoked by user:default/eve now');
  });
});
