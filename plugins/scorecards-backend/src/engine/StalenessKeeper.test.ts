import { TestDatabases } from '@backstage/backend-test-utils';
import { good, keepersOf, who } from '../__testUtils__/keepers';
import { sharedTables } from '../__testUtils__/tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('StalenessKeeper on %s', id => {
  it('takes note that a value has grown old, which never adds points', async () => {
    const { knex, staleness, commands, world, rollUp } = keepersOf(
      await tables(id),
    );
    await commands.record(
      [
        good('a', '2026-11-28T11:00:00Z'),
        { kpi: 'speed', entity: 'a', at: '2026-11-28T11:00:00Z', value: 1 },
      ],
      who,
      () => true,
    );
    world.now = '2026-11-28T13:00:00Z';
    await staleness.run();
    expect(rollUp.soon).toHaveBeenCalledTimes(1);
    world.now = '2026-11-28T13:00:01Z';
    await staleness.run();
    expect(rollUp.soon).toHaveBeenCalledTimes(2);
    const rows = await knex('cells').orderBy('kpi');
    expect(rows).toMatchObject([
      { kpi: 'speed', freshness: 1, verdict: 0, points: 1 },
      { kpi: 'uptime', freshness: 1, verdict: 0, points: 0 },
    ]);
    expect(rows[1].reason).toContain('Nothing came since 2026-11-28 11:00');
    const before = await knex('marks').first();
    await staleness.run();
    expect(await knex('marks').first()).toEqual(before);
  });
});
