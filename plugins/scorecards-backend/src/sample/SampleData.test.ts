import { TestDatabases } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Knex } from 'knex';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { group, person } from '../__testUtils__/records';
import { sharedTables } from '../__testUtils__/tables';
import {
  openReplicas,
  sampleCommands,
  verdictServices,
} from '../__testUtils__/verdicts';
import { CellKeeper } from '../engine/CellKeeper';
import { createSampleData } from './createSampleData';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);

const tree = new OrgTree({
  at: '2026-11-28T00:00:00Z',
  groups: [
    group('company', { type: 'organization', lead: 'ceo' }),
    group('division', { type: 'division', parent: 'company', lead: 'dora' }),
    group('a', { parent: 'division', lead: 'ann' }),
    group('b', { parent: 'division', lead: 'ben' }),
  ],
  people: [person('ceo', []), person('dora', []), person('ann', [])],
});
const a = 'group:default/a';
const kpis = [
  ratio('uptime', {
    cadenceSeconds: 300,
    freshSeconds: 600,
    windowDays: 30,
    targets: [target('>= 99%')],
    appliesTo: { to: 'each', type: 'squad', below: 'division' },
  }),
  kpi('d-1-isr', {
    direction: 'down',
    aggregation: 'max',
    targets: [target('<= 1')],
  }),
  kpi('it-5-laptop-delivery', {
    kind: 'duration',
    unit: 'd',
    direction: 'down',
    cadenceSeconds: 86_400,
    freshSeconds: 2_592_000,
    windowDays: 30,
    targets: [target('<= 1 d')],
  }),
  ratio('coverage', { source: { type: 'catalog', text: 'the catalog' } }),
];

async function open(id: Parameters<typeof databases.init>[0]) {
  const replicas = openReplicas(await tables(id));
  const services = verdictServices({ kpis, tree, now: '2026-11-28T09:40:00Z' });
  const replica = (knex: Knex, enabled = true) => {
    const { commands, database, rollUp } = sampleCommands(knex, services);
    const cells = new CellKeeper({ ...services, database, rollUp });
    const data = createSampleData({
      ...services,
      enabled,
      knex,
      samples: commands,
      cells,
    });
    return { commands, data };
  };
  const { knex } = replicas;
  const count = async (table: string, where = {}) => {
    const row = await knex(table).where(where).count({ rows: '*' }).first();
    return Number(row?.rows);
  };
  const cellOf = (name: string) =>
    knex('cells').where({ kpi: name, entity: a }).first();
  return { ...replicas, ...services, ...replica(knex), replica, count, cellOf };
}

const restarts = (value: number, at: string) => [
  { kpi: 'd-1-isr', entity: 'a', at, value },
];
const pushed = { source: 'push', by: 'user:default/ann' };

describe.each(databases.eachSupportedId())('SampleData on %s', id => {
  it('fills a portal with a history of 90 days once, however many replicas there are', async () => {
    const { knex, other, replica, data, count, close } = await open(id);
    const accepted = await data.topUp();
    const days = await knex('daily')
      .where({ kpi: 'uptime', entity: a })
      .orderBy('day');
    expect(days.length).toBeGreaterThanOrEqual(90);
    expect(await replica(other).data.topUp()).toBe(0);
    expect(await count('samples')).toBe(accepted);
    expect(await count('samples', { source: 'sample' })).toBe(accepted);
    expect(await count('corrections')).toBe(0);
    expect(await count('notices')).toBe(0);
    await close();
  });

  it('makes cells that say where they come from, and leaves alone what the portal measures of itself', async () => {
    const { data, cellOf, count } = await open(id);
    await data.topUp();
    expect(await cellOf('d-1-isr')).toMatchObject({
      source: 'sample',
      verdict: 2,
      freshness: 0,
    });
    expect(await count('samples', { kpi: 'coverage' })).toBe(0);
  });

  it('goes on by itself, so that nothing becomes stale', async () => {
    const { data, world, cellOf } = await open(id);
    await data.topUp();
    world.now = '2026-11-28T11:02:00Z';
    expect(await data.topUp()).toBeGreaterThan(2);
    expect(Number((await cellOf('uptime')).at)).toBe(
      Date.parse('2026-11-28T11:00:00Z'),
    );
  });

  it('ends for a KPI as soon as something real comes', async () => {
    const { data, commands, world, count, cellOf } = await open(id);
    await data.topUp();
    const before = await count('samples', { kpi: 'd-1-isr' });
    world.now = '2026-11-28T10:31:00Z';
    await commands.record(
      restarts(0, '2026-11-28T10:30:00Z'),
      pushed,
      () => true,
    );
    await data.topUp();
    expect(await count('samples', { kpi: 'd-1-isr' })).toBe(before + 1);
    expect(await cellOf('d-1-isr')).toMatchObject({ source: 'push' });
  });

  it('enters waivers and a campaign as people would have, and tells nobody', async () => {
    const { knex, data, cellOf, count } = await open(id);
    await data.topUp();
    await data.topUp();
    expect(await knex('waivers').orderBy('kpi')).toMatchObject([
      { kpi: 'd-1-isr', state: 'requested', requested_by: 'user:default/ann' },
      {
        kpi: 'it-5-laptop-delivery',
        state: 'approved',
        decided_by: 'user:default/dora',
      },
    ]);
    expect(
      Number((await cellOf('it-5-laptop-delivery')).waived_until),
    ).toBeGreaterThan(Date.parse('2026-12-20'));
    expect(await count('campaigns')).toBe(1);
    expect(await count('notices')).toBe(0);
  });

  it('leaves without a trace, but for what is real, and does not come back', async () => {
    const { data, commands, world, count, cellOf, knex } = await open(id);
    await commands.record(
      restarts(3, '2026-11-28T09:30:00Z').map(row => ({
        ...row,
        kpi: 'coverage',
        value: undefined,
        bad: 1,
        total: 10,
      })),
      pushed,
      () => true,
    );
    const accepted = await data.topUp();
    world.now = '2026-11-28T10:31:00Z';
    await commands.record(
      restarts(0, '2026-11-28T10:30:00Z'),
      pushed,
      () => true,
    );
    expect(await data.remove()).toEqual({
      samples: accepted,
      waivers: 2,
      campaigns: 1,
    });
    expect(await count('samples')).toBe(2);
    expect(await count('daily')).toBe(2);
    expect(await cellOf('uptime')).toMatchObject({ at: null, source: null });
    expect(await cellOf('d-1-isr')).toMatchObject({ source: 'push', value: 0 });
    expect(await knex('cells').whereNotNull('waived_until')).toEqual([]);
    expect(await count('changes', { source: 'sample' })).toBe(0);
    expect(await count('waivers')).toBe(0);
    expect(await data.topUp()).toBe(0);
  });

  it('comes again when somebody asks', async () => {
    const { data, count } = await open(id);
    await data.topUp();
    await data.remove();
    const { samples } = await data.add();
    expect(samples).toBeGreaterThan(100);
    expect(await count('samples')).toBe(samples);
    expect(await count('waivers')).toBe(2);
  });

  it('is refused where the configuration does not ask for it', async () => {
    const { replica, knex, count } = await open(id);
    await expect(replica(knex, false).data.add()).rejects.toThrow(
      'set squadron.sampleData to true',
    );
    expect(await count('samples')).toBe(0);
  });
});
