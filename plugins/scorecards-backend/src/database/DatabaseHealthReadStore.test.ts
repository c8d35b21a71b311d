import { TestDatabases } from '@backstage/backend-test-utils';
import { healthOfGroup, putHealth, today } from '../__testUtils__/read';
import { openTables } from '../__testUtils__/tables';
import { groupRef } from '../__testUtils__/work';
import { DatabaseHealthReadStore } from './DatabaseHealthReadStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'DatabaseHealthReadStore on %s',
  id => {
    it('answers the latest day up to one, and days of some groups', async () => {
      const knex = await openTables(databases, id);
      const store = new DatabaseHealthReadStore(knex);
      const [a, b] = [healthOfGroup('a', 1, 1), healthOfGroup('b', 3, 0)];
      const worst = { ...a, worst: { ref: groupRef('b'), score: 0.5 } };
      await putHealth(knex, today - 1, [worst, b]);
      await putHealth(knex, today - 8, [
        healthOfGroup('a', 0, 2),
        healthOfGroup('a', 0, 2, 'cost'),
      ]);
      const refs = [groupRef('a'), groupRef('c')];
      expect(await store.latest(refs, today)).toEqual([
        { ...worst, day: today - 1 },
      ]);
      const before = await store.latest(refs, today - 2);
      expect(before.map(({ category }) => category).sort()).toEqual([
        '*',
        'cost',
      ]);
      expect(await store.latest(refs, today - 9)).toEqual([]);
      const range = await store.range(refs[0], today - 8, today - 1);
      expect(range.map(({ day, met }) => [day - today, met])).toEqual([
        [-8, 0],
        [-1, 1],
      ]);
      expect(await store.range(refs[0], today - 7, today - 2)).toEqual([]);
      const days = await store.onDays([...refs, groupRef('b')], [today - 1]);
      expect(days.map(each => each.group).sort()).toEqual([
        groupRef('a'),
        groupRef('b'),
      ]);
    });
  },
);
