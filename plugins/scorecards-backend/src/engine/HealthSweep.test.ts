import { TestDatabases } from '@backstage/backend-test-utils';
import {
  a,
  company,
  good,
  keepersOf,
  treeOf,
  who,
} from '../__testUtils__/keepers';
import { sharedTables } from '../__testUtils__/tables';
import { DatabaseWaiverStore } from '../database/DatabaseWaiverStore';
import type { StoredWaiver } from '../database/WaiverStore';
import { dayFrom } from '../domain/day';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);
const moment = (text: string) => Date.parse(`2026-11-${text}Z`);

const waiver: StoredWaiver = {
  id: '1',
  kpi: 'uptime',
  entity: a,
  group: a,
  reason: 'The site closes',
  state: 'approved',
  requestedBy: 'user:default/ann',
  requestedAt: moment('21T08:00:00'),
  untilDay: dayFrom('2026-12-10'),
  decidedBy: 'user:default/bob',
  decidedAt: moment('23T08:00:00'),
  version: 2,
};

describe.each(databases.eachSupportedId())('HealthSweep on %s', id => {
  /** How many cells of the company were waived on each of some days. */
  async function waivedWith(fields: Partial<StoredWaiver>) {
    const opened = keepersOf(await tables(id));
    const { cells, commands, health, pastTrees, database, knex } = opened;
    await cells.run();
    await new DatabaseWaiverStore(knex).add({ ...waiver, ...fields });
    const days = ['22', '23', '25', '26', '27'];
    for (let day = 22; day < 28; day++) {
      pastTrees.set(`2026-11-${day}`, treeOf('a', 'b'));
    }
    const queries: string[] = [];
    knex.on('query', ({ sql }) => queries.push(sql));
    await commands.record([good('a', '2026-11-22T10:00:00Z')], who, () => true);
    await health.run();
    knex.removeAllListeners('query');
    const asked = queries.filter(sql => /from .waivers/.test(sql));
    expect(asked).toHaveLength(1);
    const counts = await Promise.all(
      days.map(async day => {
        const at = dayFrom(`2026-11-${day}`);
        const rows = await database.read.health.ofDay(at, [company]);
        return rows.find(({ category }) => category === '*')?.waived;
      }),
    );
    return counts.join('');
  }

  it.each<[string, string, Partial<StoredWaiver>]>([
    ['in force', '01111', {}],
    ['over', '01110', { state: 'expired', untilDay: dayFrom('2026-11-26') }],
    [
      'revoked',
      '01100',
      { state: 'revoked', revokedAt: moment('25T09:00:00') },
    ],
    ['denied', '00000', { state: 'denied' }],
    ['asked for', '00000', { state: 'requested', decidedAt: undefined }],
    ['never decided', '00000', { state: 'expired', decidedAt: undefined }],
    ['of another cell', '00000', { kpi: 'latency' }],
  ])('counts by day, once a waiver is %s: %s', async (_, counts, fields) => {
    expect(await waivedWith(fields)).toBe(counts);
  });
});
