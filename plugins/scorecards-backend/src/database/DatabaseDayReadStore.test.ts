import { TestDatabases } from '@backstage/backend-test-utils';
import { putCells, putDays } from '../__testUtils__/read';
import { sharedTables } from '../__testUtils__/tables';
import { cell, groupRef } from '../__testUtils__/work';
import { DatabaseDayReadStore } from './DatabaseDayReadStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('DatabaseDayReadStore on %s', id => {
  const squad = groupRef('squad');
  const component = 'component:default/c';

  async function open() {
    const knex = await tables(id);
    await putCells(knex, [
      cell('k', 'squad', { entity: component }),
      cell('k', 'other'),
    ]);
    await putDays(knex, [
      { kpi: 'k', entity: squad, day: 10, value: 1 },
      { kpi: 'k', entity: component, day: 10, value: 2 },
      { kpi: 'k', entity: component, day: 11, value: 4 },
      { kpi: 'k', entity: groupRef('other'), day: 11, value: 8 },
      { kpi: 'else', entity: component, day: 11, value: 16 },
    ]);
    return new DatabaseDayReadStore(knex);
  }

  it('answers days of the cells that are named', async () => {
    const store = await open();
    const cells = [
      { kpi: 'k', entity: component },
      { kpi: 'k', entity: 'component:default/none' },
    ];
    const found = await store.ofCells(cells, 10, 11);
    expect(found).toEqual([
      expect.objectContaining({ day: 10, value: 2, target: 50 }),
      expect.objectContaining({ day: 11, value: 4, verdict: 'missed' }),
    ]);
    expect(await store.ofCells(cells, 12, 20)).toEqual([]);
    expect(await store.ofCells([], 10, 11)).toEqual([]);
  });

  it('adds up what belongs to a group on a day, its components included', async () => {
    const store = await open();
    const memberships = [
      { root: 'x', group: squad, from: 10, to: 11 },
      { root: 'x', group: groupRef('other'), from: 12, to: 12 },
      { root: 'y', group: groupRef('other'), from: 11, to: 11 },
    ];
    const found = await store.below(['k'], memberships, { from: 1, to: 20 });
    const sums = found.map(({ root, day, parts }) => [root, day, parts.sum]);
    expect(sums.sort()).toEqual([
      ['x', 10, 3],
      ['x', 11, 4],
      ['y', 11, 8],
    ]);
    const [first] = found;
    expect(first).toMatchObject({
      kpi: 'k',
      parts: { count: 2, min: 1, max: 2 },
    });
  });
});
