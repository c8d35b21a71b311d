import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { sharedTables } from '../__testUtils__/tables';
import { directory, groupRef, userRef } from '../__testUtils__/work';
import { DatabaseHealthReadStore } from '../database/DatabaseHealthReadStore';
import { DatabaseNoticeStore } from '../database/DatabaseNoticeStore';
import { DatabaseVerdicts } from '../database/DatabaseVerdicts';
import { dayFrom } from '../domain/day';
import { emptyHealth } from '../domain/scoring';
import { ReportCaller } from './ReportCaller';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

describe.each(databases.eachSupportedId())('ReportCaller on %s', id => {
  let knex: Knex;
  let now: Date;

  const run = () =>
    new ReportCaller({
      notices: new DatabaseNoticeStore(knex),
      health: new DatabaseHealthReadStore(knex),
      directory,
      now: () => now,
    }).run();
  const measured = (date: string) =>
    new DatabaseVerdicts(knex).write(({ health }) =>
      health.put(dayFrom(date), [
        { ...emptyHealth, group: groupRef('company'), category: '*' },
      ]),
    );
  const told = async () =>
    (await knex('notices').orderBy('id')).map(row => [
      ...JSON.parse(row.recipients),
      JSON.parse(row.payload).link,
    ]);

  beforeEach(async () => {
    now = new Date('2026-11-30T00:00:10Z');
    knex = await tables(id);
  });

  it('tells each lead of groups the report of their highest, once', async () => {
    await measured('2026-11-29');
    await Promise.all([run(), run()]);
    now = new Date('2026-12-02T00:00:00Z');
    await run();
    expect(await told()).toEqual([
      [userRef('ceo'), '/scorecards/reports/2026-W48?scope=company'],
      [userRef('dora'), '/scorecards/reports/2026-W48?scope=division'],
    ]);
  });

  it('tells executives of a month', async () => {
    await measured('2026-11-30');
    now = new Date('2026-12-01T00:00:10Z');
    await run();
    expect(await told()).toEqual([
      [userRef('ceo'), '/scorecards/reports/2026-11'],
      [userRef('cfo'), '/scorecards/reports/2026-11'],
    ]);
  });

  it('tells nobody of a time in which nothing was measured, nor days later', async () => {
    await run();
    await measured('2026-11-22');
    now = new Date('2026-11-26T00:00:00Z');
    await run();
    expect(await told()).toEqual([]);
  });
});
