import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { one, sample, squad } from '../__testUtils__/stored';
import { sharedTables } from '../__testUtils__/tables';
import { DatabaseVerdicts } from './DatabaseVerdicts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

async function open(id: TestDatabaseId) {
  const knex = await tables(id);
  return { knex, verdicts: new DatabaseVerdicts(knex) };
}

describe.each(databases.eachSupportedId())('DatabaseSampleStore on %s', id => {
  it('finds by key what was put, with the values that came last', async () => {
    const { verdicts } = await open(id);
    const { samples } = verdicts.read;
    await samples.put([sample(1, one(1)), sample(2, one(2))]);
    await samples.put([sample(2, one(2.5)), sample(3, one(3))]);
    const key = (at: number) => ({ kpi: 'uptime', entity: squad, at });
    const found = await samples.find([key(2), key(3), key(4)]);
    expect(found.sort((a, b) => a.at - b.at)).toEqual([
      sample(2, one(2.5)),
      sample(3, one(3)),
    ]);
  });

  it('keeps what was corrected, and by whom', async () => {
    const { knex, verdicts } = await open(id);
    await verdicts.read.samples.addCorrections([
      {
        kpi: 'uptime',
        entity: squad,
        at: 5,
        before: one(1),
        after: one(2),
        correctedAt: 9,
        correctedBy: 'user:default/ann',
      },
    ]);
    const [row] = await knex('corrections');
    expect(row).toMatchObject({
      old_sum: 1,
      new_sum: 2,
      corrected_by: 'user:default/ann',
    });
    expect(Number(row.corrected_at)).toBe(9);
  });
});
