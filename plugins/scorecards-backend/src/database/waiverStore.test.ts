import { randomUUID } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTables, sharedTables } from '../__testUtils__/tables';
import { cell, groupRef, userRef } from '../__testUtils__/work';
import { dayFrom, startOf } from '../domain/day';
import { DatabaseCampaignStore } from './DatabaseCampaignStore';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { DatabaseVerdicts } from './DatabaseVerdicts';
import { DatabaseWaiverStore } from './DatabaseWaiverStore';
import type { StoredWaiver } from './WaiverStore';
import { migrationsDirectory } from './migrationsDirectory';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);
const now = Date.parse('2026-11-28T09:00:00Z');
const untilDay = dayFrom('2026-12-10');

async function withCells(knex: Knex): Promise<Knex> {
  await new DatabaseVerdicts(knex).write(({ cells }) =>
    cells.put([cell('uptime', 'squad'), cell('uptime', 'other')]),
  );
  return knex;
}

function waiver(fields: Partial<StoredWaiver> = {}): StoredWaiver {
  return {
    id: randomUUID(),
    kpi: 'uptime',
    entity: groupRef('squad'),
    group: groupRef('squad'),
    reason: 'The old site closes',
    state: 'requested',
    requestedBy: userRef('eve'),
    requestedAt: now,
    untilDay,
    version: 1,
    ...fields,
  };
}

const approved = (of: StoredWaiver): StoredWaiver => ({
  ...of,
  state: 'approved',
  decidedBy: userRef('dora'),
  decidedAt: now,
  version: of.version + 1,
});

async function shown(knex: Knex) {
  const rows = await knex('cells').orderBy('entity');
  return rows.map(row => row.waived_until && Number(row.waived_until));
}

const version = async (knex: Knex) =>
  Number((await knex('marks').where({ name: 'verdicts' }).first()).version);

describe.each(databases.eachSupportedId())('DatabaseWaiverStore on %s', id => {
  let knex: Knex;
  let store: DatabaseWaiverStore;

  beforeEach(async () => {
    knex = await withCells(await tables(id));
    store = new DatabaseWaiverStore(knex);
  });

  it('lies in tables that go and come back, also with data in them', async () => {
    knex = await openTables(databases, id);
    store = new DatabaseWaiverStore(knex);
    await store.add(waiver());
    const campaign = { id: 'c', title: 'C', description: '', group: 'g' };
    await new DatabaseCampaignStore(knex).add({
      ...campaign,
      kpis: [{ kpi: 'uptime', freshDays: 1 }],
      owner: 'o',
      fromDay: 1,
      dueDay: 2,
      createdBy: 'o',
      createdAt: 1,
      version: 1,
    });
    await new DatabaseNoticeStore(knex).add([
      { id: 'n', recipients: ['r'], payload: { title: 't' }, createdAt: 1 },
    ]);
    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    for (const table of ['waivers', 'campaigns', 'notices', 'told_cells']) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    await knex.migrate.latest({ directory: migrationsDirectory });
    expect(await store.count({})).toBe(0);
  });

  it('keeps one open waiver of a cell, also when several are asked at once', async () => {
    const asked = [1, 2, 3].map(() => waiver());
    const answers = await Promise.all(asked.map(each => store.add(each)));
    const [kept] = await store.list({}, { limit: 10 });
    expect(answers.filter(each => each === undefined)).toHaveLength(1);
    expect(answers.filter(Boolean)).toEqual([kept, kept]);
    expect(await store.add(waiver({ entity: groupRef('other') }))).toBe(
      undefined,
    );
  });

  it('takes a new one when the last is denied', async () => {
    const first = waiver();
    await store.add(first);
    await store.change({ ...first, state: 'denied', version: 2 }, now);
    expect(await store.add(waiver())).toBeUndefined();
    expect(await store.count({})).toBe(2);
  });

  it('lets one of two who decide at once through', async () => {
    const asked = waiver();
    await store.add(asked);
    const done = await Promise.all([
      store.change(approved(asked), now),
      store.change({ ...asked, state: 'denied', version: 2 }, now),
    ]);
    expect(done.sort()).toEqual([false, true]);
    expect((await store.find(asked.id))?.version).toBe(2);
  });

  it('shows on the cell what is approved, and no longer what is revoked', async () => {
    const asked = waiver();
    await store.add(asked);
    const before = await version(knex);
    await store.change(approved(asked), now);
    expect(await shown(knex)).toEqual([null, startOf(untilDay + 1)]);
    expect(await version(knex)).toBe(before + 1);
    expect(await knex('dirty_days').pluck('day')).toEqual([
      dayFrom('2026-11-28'),
    ]);
    const revoked = { ...approved(asked), state: 'revoked' as const };
    await store.change({ ...revoked, version: 3 }, now);
    expect(await shown(knex)).toEqual([null, null]);
  });

  it('writes nothing of a decision whose notice cannot be kept', async () => {
    knex = await withCells(await openTables(databases, id));
    store = new DatabaseWaiverStore(knex);
    const asked = waiver();
    await store.add(asked);
    await knex.schema.dropTable('notices');
    const notice = { id: 'x', recipients: ['x'], payload: { title: 'x' } };
    await expect(
      store.change(approved(asked), now, { ...notice, createdAt: now }),
    ).rejects.toThrow('notices');
    expect(await store.find(asked.id)).toEqual(asked);
    expect(await shown(knex)).toEqual([null, null]);
  });

  it('ends a waiver with its last day, and keeps its record', async () => {
    const asked = waiver();
    await store.add(asked);
    await store.change(approved(asked), now);
    const end = startOf(untilDay + 1);
    expect(await store.expire(end - 1)).toBe(0);
    expect(await store.expire(end)).toBe(1);
    expect(await store.expire(end)).toBe(0);
    expect(await shown(knex)).toEqual([null, null]);
    expect(await store.find(asked.id)).toEqual({
      ...approved(asked),
      state: 'expired',
      version: 3,
    });
  });

  it('gives a cell that went and came back its waiver again', async () => {
    const asked = waiver();
    await store.add(asked);
    await store.change(approved(asked), now);
    await knex('cells').update({ waived_until: null });
    await knex('cells')
      .where({ entity: groupRef('other') })
      .update({ waived_until: 1 });
    await store.expire(now);
    expect(await shown(knex)).toEqual([null, startOf(untilDay + 1)]);
    const before = await version(knex);
    await store.expire(now);
    expect(await version(knex)).toBe(before);
  });

  it('lists in pages, latest first, by group, state, KPI and who decides', async () => {
    const all = ['squad', 'other', 'far'].map((name, i) =>
      waiver({
        id: `${i}`,
        entity: groupRef(name),
        group: groupRef(name),
        requestedAt: now + (i > 1 ? 1 : 0),
        requestedBy: userRef(i === 1 ? 'dora' : 'eve'),
      }),
    );
    for (const each of all) await store.add(each);
    const ids = async (
      filter: Parameters<typeof store.list>[0],
      after?: StoredWaiver,
    ) => (await store.list(filter, { after, limit: 2 })).map(each => each.id);
    expect(await ids({})).toEqual(['2', '0']);
    expect(await ids({}, all[0])).toEqual(['1']);
    expect(await ids({ groups: [groupRef('other')] })).toEqual(['1']);
    expect(await ids({ states: ['approved'] })).toEqual([]);
    expect(await ids({ kpi: 'latency' })).toEqual([]);
    const groups = [groupRef('squad'), groupRef('other')];
    const dora = { caller: userRef('dora'), groups, unless: new Map() };
    expect(await ids({ decidable: dora })).toEqual(['0']);
    const unless = new Map([[userRef('dora'), groups]]);
    const cfo = { caller: userRef('cfo'), groups: [], unless };
    expect(await ids({ decidable: cfo })).toEqual(['1']);
    expect(await store.count({ decidable: cfo })).toBe(1);
  });

  it('finds what happened or held in a span of time', async () => {
    const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
    const asked = waiver();
    await store.add(asked);
    await store.change(approved(asked), now);
    const found = async (from: string, to: string) =>
      (await store.listBetween(day(from), day(to), [groupRef('squad')])).length;
    expect(await found('2026-11-21', '2026-11-28')).toBe(0);
    expect(await found('2026-11-28', '2026-11-29')).toBe(1);
    expect(await found('2026-12-10', '2026-12-11')).toBe(1);
    expect(await found('2026-12-11', '2026-12-12')).toBe(0);
    const revokedAt = day('2026-12-02');
    await store.change(
      { ...approved(asked), state: 'revoked', revokedAt, version: 3 },
      revokedAt,
    );
    expect(await found('2026-12-01', '2026-12-02')).toBe(1);
    expect(await found('2026-12-02', '2026-12-03')).toBe(1);
    expect(await found('2026-12-03', '2026-12-04')).toBe(0);
  });
});
