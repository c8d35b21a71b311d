import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { squad } from '../__testUtils__/stored';
import { sharedTables } from '../__testUtils__/tables';
import { DatabaseVerdicts } from './DatabaseVerdicts';
import type { StoredHealth } from './HealthStore';
import { emptyHealth } from '../domain/scoring';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

async function open(id: TestDatabaseId) {
  const knex = await tables(id);
  return { knex, verdicts: new DatabaseVerdicts(knex) };
}

describe.each(databases.eachSupportedId())('DatabaseHealthStore on %s', id => {
  const health: StoredHealth = {
    ...emptyHealth,
    group: squad,
    category: 'speed',
    met: 2,
    atRisk: 1,
    noData: 3,
    points: 2.5,
    weight: 3,
    targeted: 6,
    freshTargeted: 3,
  };
  const worst = { ref: squad, score: 0.5 };

  it('keeps one row of a day, group and category', async () => {
    const { verdicts } = await open(id);
    const store = verdicts.read.health;
    const all: StoredHealth = { ...health, category: '*', worst };
    await store.put(7, [health, { ...all, met: 9 }]);
    await store.put(7, [all]);
    await store.put(8, [health]);
    const found = await store.ofDay(7, [squad, 'group:default/x']);
    expect(found.sort((a, b) => (a.category < b.category ? -1 : 1))).toEqual([
      all,
      health,
    ]);
    expect(await store.groupsOf(7)).toEqual([squad]);
    await store.remove(7, [health]);
    expect(await store.ofDay(7, [squad])).toEqual([all]);
    expect(await store.ofDay(8, [squad])).toEqual([health]);
  });

  it('does not forget a day that became dirty again', async () => {
    const { verdicts } = await open(id);
    const mark = (...days: number[]) =>
      verdicts.write(({ health: store }) => store.markDirty(days));
    await mark(3, 4, 4);
    const seen = await verdicts.read.health.dirtyDays();
    expect(seen.map(({ day }) => day)).toEqual([3, 4]);
    await mark(4);
    expect(await verdicts.read.health.clean(seen)).toBe(1);
    expect(await verdicts.read.health.dirtyDays()).toEqual([
      { day: 4, version: 2 },
    ]);
  });
});
