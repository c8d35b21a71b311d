import { TestDatabases } from '@backstage/backend-test-utils';
import { a, good, keepersOf, uptime, who } from '../__testUtils__/keepers';
import { sharedTables } from '../__testUtils__/tables';
import { DatabaseRetentionStore } from '../database/DatabaseRetentionStore';
import { dayFrom } from '../domain/day';
import { RetentionKeeper } from './RetentionKeeper';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);
const today = dayFrom('2026-11-28');

describe.each(databases.eachSupportedId())('RetentionKeeper on %s', id => {
  /** Samples on these days, counted back from the last day that is too old. */
  async function measured(...ages: number[]) {
    const opened = keepersOf(await tables(id));
    const { world, commands, definitions, now } = opened;
    world.kpis = [{ ...uptime, windowDays: 30 }];
    const last = today - 831;
    const dayAt = (age: number) =>
      new Date((last - age) * 86_400_000 + 36_000_000).toISOString();
    for (const age of ages) {
      world.now = dayAt(age);
      await commands.record([good('a', world.now)], who, () => true);
    }
    world.now = '2026-11-28T12:00:00Z';
    const keeperOf = (knex = opened.knex) =>
      new RetentionKeeper({
        retention: new DatabaseRetentionStore(knex),
        definitions,
        retentionDays: 800,
        now,
      });
    const left = async (table = 'daily') =>
      (await opened.knex(table).where({ entity: a })).map(
        ({ day, at }) => last - (day ?? Math.floor(Number(at) / 86_400_000)),
      );
    return { ...opened, keeperOf, left, last };
  }

  it('takes out days with their samples, and keeps what windows reach', async () => {
    const { keeperOf, left } = await measured(40, 20, 1, 0, -1, -100);
    await keeperOf().run();
    expect((await left()).sort()).toEqual([-1, -100]);
    expect((await left('samples')).sort()).toEqual([-1, -100]);
  });

  it('keeps the latest day of a cell however old it is, and the cell', async () => {
    const { keeperOf, left, knex } = await measured(40, 20);
    const before = await knex('cells').where({ entity: a });
    await keeperOf().run();
    expect(await left()).toEqual([20]);
    expect(await left('samples')).toEqual([20]);
    expect(await knex('cells').where({ entity: a })).toEqual(before);
  });

  it('keeps the latest verdict that was one', async () => {
    const { keeperOf, left, knex, last } = await measured(40, 20, 10);
    await knex('daily')
      .where({ day: last - 10 })
      .update({ verdict: 3 });
    await keeperOf().run();
    expect((await left()).sort()).toEqual([10, 20]);
  });

  it('takes out changes but for the latest of each cell', async () => {
    const { keeperOf, knex, last } = await measured(0);
    await knex('changes').delete();
    const row = { kpi: 'uptime', entity: a, grp: a, source: 'push' };
    const at = (day: number) => (last - day) * 86_400_000;
    await knex('changes').insert(
      [30, 20, 10, -1].map(day => ({
        ...row,
        at: at(day),
        from_verdict: 0,
        to_verdict: 2,
        reason: '',
      })),
    );
    await keeperOf().run();
    const kept = await knex('changes').orderBy('id').pluck('at');
    expect(kept.map(Number)).toEqual([at(10), at(-1)]);
  });

  it('takes out the health of old days alone', async () => {
    const { keeperOf, knex, health, last } = await measured(0);
    await health.run();
    const rows = await knex('group_health').where({ day: today });
    for (const day of [last - 1, last + 1]) {
      await knex('group_health').insert(rows.map(row => ({ ...row, day })));
    }
    const days = async () => {
      const found = await knex('group_health').distinct('day').orderBy('day');
      return found.map(({ day }) => day);
    };
    expect(await days()).toEqual([last - 1, last, last + 1, today]);
    await keeperOf().run();
    expect(await days()).toEqual([last + 1, today]);
  });

  it('does it once with two replicas, and writes nothing when all is done', async () => {
    const { keeperOf, left, other, close, knex } = await measured(30, 9, 0, -5);
    await Promise.all([keeperOf().run(), keeperOf(other).run()]);
    expect(await left()).toEqual([-5]);
    const mark = await knex('marks').first();
    await keeperOf().run();
    expect(await knex('marks').first()).toEqual(mark);
    await close();
  });
});
