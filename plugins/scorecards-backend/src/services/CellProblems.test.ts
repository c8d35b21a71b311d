import { TestDatabases } from '@backstage/backend-test-utils';
import { good, keepersOf, who } from '../__testUtils__/keepers';
import { sharedTables } from '../__testUtils__/tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('CellProblems on %s', id => {
  it('says why there is no value, until the collector is well again', async () => {
    const { knex, problems, cells, commands } = keepersOf(await tables(id));
    await cells.run();
    await commands.record([good('a', '2026-11-28T11:00:00Z')], who, () => true);
    const states = async () =>
      (await knex('cells').where({ kpi: 'uptime' }).orderBy('entity')).map(
        ({ freshness, problem }) => [freshness, problem],
      );
    await problems.report(new Map([['uptime', 'Prometheus is down']]));
    expect(await states()).toEqual([
      [0, 'Prometheus is down'],
      [3, 'Prometheus is down'],
    ]);
    const [, cell] = await knex('cells')
      .where({ kpi: 'uptime' })
      .orderBy('entity');
    expect(cell.reason).toContain('The collector failed: Prometheus is down');
    expect(cell.points).toBe(0);
    await problems.report(new Map([['uptime', undefined]]));
    expect(await states()).toEqual([
      [0, null],
      [2, null],
    ]);
  });
});
