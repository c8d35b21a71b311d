import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from '@squadron/backend-kit';
import type { Parts } from '@squadron/plugin-scorecards-common';
import type { StoredCell } from './CellStore';
import { DatabaseVerdicts } from './DatabaseVerdicts';
import type { DaySum, TouchedDay } from './DayStore';
import type { StoredHealth } from './HealthStore';
import type { StoredSample } from './SampleStore';
import { emptyHealth } from '../domain/scoring';
import { migrationsDirectory } from './migrationsDirectory';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const dayMs = 86_400_000;
const squad = 'group:default/squad-b-1';

async function open(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await openDatabase({
    database: { getClient: async () => knex },
    migrationsDirectory,
  });
  return { knex, verdicts: new DatabaseVerdicts(knex) };
}

const one = (value: number): Parts => ({
  sum: value,
  count: 1,
  min: value,
  max: value,
});

function sample(at: number, parts: Parts, kpi = 'uptime'): StoredSample {
  return { kpi, entity: squad, at, ...parts, source: 'push', receivedAt: 1 };
}

function touched(day: number, fields: Partial<TouchedDay> = {}): TouchedDay {
  const key = { kpi: 'uptime', entity: squad, day };
  return { ...key, windowDays: 1, latestOnly: false, ...fields };
}

const unjudged = (sums: DaySum[]) =>
  sums.map(sum => ({ ...sum, verdict: 'none' as const }));

function cell(fields: Partial<StoredCell> = {}): StoredCell {
  return {
    kpi: 'uptime',
    entity: squad,
    group: squad,
    category: 'availability',
    verdict: 'none',
    freshness: 'no_data',
    hasTarget: true,
    reason: 'No sample yet',
    policy: 'bad',
    weight: 1,
    ...fields,
  };
}

describe.each(databases.eachSupportedId())('on %s', id => {
  it('migrates up and, with data in the tables, down again', async () => {
    const { knex, verdicts } = await open(id);
    await verdicts.write(async stores => {
      await stores.samples.put([sample(1, one(1))]);
      await stores.days.put(unjudged(await stores.days.sumsOf([touched(0)])));
      await stores.cells.put([cell()]);
      await stores.health.markDirty([0]);
      await stores.health.put(0, [
        { ...emptyHealth, group: squad, category: '*' },
      ]);
      await stores.changes.add([
        {
          kpi: 'uptime',
          entity: squad,
          group: squad,
          from: 'none',
          to: 'met',
          reason: 'It holds',
          at: 1,
          source: 'push',
        },
      ]);
    });
    await knex.migrate.rollback({ directory: migrationsDirectory }, true);
    for (const table of ['samples', 'daily', 'cells', 'changes', 'marks']) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    await knex.migrate.latest({ directory: migrationsDirectory });
    expect(await verdicts.read.cells.page(undefined, 10)).toEqual([]);
  });

  describe('a transaction', () => {
    it('raises the mark, and nothing stays of one that fails', async () => {
      const { knex, verdicts } = await open(id);
      const version = async () =>
        Number((await knex('marks').where({ name: 'verdicts' }))[0].version);
      await verdicts.write(async () => {});
      expect(await version()).toBe(1);
      const failing = verdicts.write(async ({ cells }) => {
        await cells.put([cell()]);
        throw new Error('the disk is full');
      });
      await expect(failing).rejects.toThrow('the disk is full');
      expect(await version()).toBe(1);
      expect(await verdicts.read.cells.page(undefined, 10)).toEqual([]);
    });

    it.each(['40001', '40P01', 'SQLITE_BUSY'])(
      'is done again after %s',
      async code => {
        const { verdicts } = await open(id);
        let attempts = 0;
        await verdicts.write(async ({ cells }) => {
          attempts += 1;
          await cells.put([cell({ reason: `attempt ${attempts}` })]);
          if (attempts < 3) throw Object.assign(new Error('again'), { code });
        });
        const [found] = await verdicts.read.cells.page(undefined, 10);
        expect(found.reason).toBe('attempt 3');
      },
    );

    it('waits until another one has ended', async () => {
      const { verdicts } = await open(id);
      const order: string[] = [];
      const work = (name: string) =>
        verdicts.write(async ({ cells }) => {
          order.push(`${name} begins`);
          await cells.find([cell()]);
          await cells.put([cell()]);
          order.push(`${name} ends`);
        });
      await Promise.all([work('a'), work('b'), work('c')]);
      for (let at = 0; at < order.length; at += 2) {
        expect(order[at + 1]).toBe(order[at].replace('begins', 'ends'));
      }
    });
  });

  describe('DatabaseSampleStore', () => {
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

  describe('DatabaseDayStore', () => {
    const noEvents: Parts = { sum: 0, count: 0, min: 0, max: 0 };
    const days = [
      sample(0, { sum: 4, count: 2, min: 1, max: 3 }),
      sample(dayMs - 1, { sum: 7, count: 1, min: 7, max: 7 }),
      sample(dayMs, noEvents),
      sample(3 * dayMs, one(5)),
    ];
    const shape = (each: { day: number; parts: Parts; at: number }) => [
      each.day,
      each.parts,
      each.at,
    ];

    async function openWithDays() {
      const { verdicts } = await open(id);
      await verdicts.read.samples.put(days);
      await verdicts.read.samples.put([sample(1, one(900), 'other')]);
      const { days: store, pastDays: past } = verdicts.read;
      await store.put(
        unjudged(await store.sumsOf([touched(0), touched(1), touched(3)])),
      );
      return { store, past };
    }

    it('adds up the samples of a day, and of no other', async () => {
      const { store } = await openWithDays();
      const all = [touched(0), touched(1), touched(3)];
      const expected = [
        [0, { sum: 11, count: 3, min: 1, max: 7 }, dayMs - 1],
        [1, noEvents, dayMs],
        [3, one(5), 3 * dayMs],
      ];
      expect((await store.sumsOf(all)).map(shape)).toEqual(expected);
      expect((await store.windows(all)).map(shape)).toEqual(expected);
    });

    it('takes the latest sample alone where a day counts as that', async () => {
      const { store } = await openWithDays();
      const [found] = await store.sumsOf([touched(0, { latestOnly: true })]);
      expect(shape(found)).toEqual([0, one(7), dayMs - 1]);
    });

    it('answers the windows of the days and of later days that hold them', async () => {
      const { store } = await openWithDays();
      const windows = async (day: number, windowDays: number) =>
        (await store.windows([touched(day, { windowDays })])).map(
          ({ day: of, parts }) => [of, parts.sum],
        );
      expect(await windows(0, 1)).toEqual([[0, 11]]);
      expect(await windows(0, 2)).toEqual([
        [0, 11],
        [1, 11],
      ]);
      expect(await windows(0, 4)).toEqual([
        [0, 11],
        [1, 11],
        [3, 16],
      ]);
      expect(await windows(3, 3)).toEqual([[3, 5]]);
    });

    it('knows the latest day, and the latest verdict that was one', async () => {
      const { store, past } = await openWithDays();
      const key = { kpi: 'uptime', entity: squad };
      const asked = { ...key, after: 0 };
      const found = {
        ...key,
        day: 3,
        nextDay: 1,
        at: 3 * dayMs,
        source: 'push',
      };
      expect(await store.latest([asked, { ...asked, kpi: 'x' }])).toEqual([
        found,
      ]);
      await store.judge([
        { ...key, day: 0, value: 0.5, verdict: 'missed', target: 0.9 },
        { ...key, day: 1, value: 1, verdict: 'at_risk', badShare: 0.25 },
        { ...key, day: 3, verdict: 'none' },
      ]);
      expect(await store.latest([{ ...key, after: 3 }])).toEqual([
        { ...found, nextDay: undefined, lastVerdict: 'at_risk' },
      ]);
      const day = { entity: squad, day: 1, at: dayMs, verdict: 'at_risk' };
      expect(await past.onDay('uptime', [squad, 'x'], 1)).toEqual([day]);
      expect(await past.lastBefore('uptime', [squad, 'x'], 2)).toEqual([
        { ...day, lastVerdict: 'at_risk' },
      ]);
      const third = { entity: squad, day: 3 };
      expect(await past.page('uptime', { ...third, day: 0 }, 1)).toEqual([
        { entity: squad, day: 1 },
      ]);
      expect(await past.page('uptime', { ...third, day: 1 }, 9)).toEqual([
        third,
      ]);
    });
  });

  describe('DatabaseCellStore', () => {
    const full = cell({
      kpi: 'mttr',
      verdict: 'at_risk',
      freshness: 'fresh',
      value: 0.25,
      badShare: 0.75,
      parts: one(3),
      text: '15 min',
      target: '< 30 min',
      at: 1_764_000_000_000,
      since: 1_763_000_000_000,
      staleAt: 1_764_100_000_000,
      source: 'push',
      points: 0.5,
      problem: 'It is down',
    });

    it('answers what was put, in pages and by key', async () => {
      const { verdicts } = await open(id);
      const { cells } = verdicts.read;
      await cells.put([cell({ hasTarget: false }), full]);
      const [first, ...rest] = await cells.page(undefined, 1);
      expect([first, rest]).toEqual([full, []]);
      expect(await cells.page(first, 10)).toEqual([cell({ hasTarget: false })]);
      expect(await cells.find([full, cell({ kpi: 'x' })])).toEqual([full]);
      expect(await cells.ofKpis(['uptime'])).toHaveLength(1);
      await cells.remove([full]);
      expect(await cells.ofKpis(['mttr', 'uptime'])).toHaveLength(1);
    });

    it('leaves a waiver as it is', async () => {
      const { knex, verdicts } = await open(id);
      const { cells } = verdicts.read;
      await cells.put([cell()]);
      await knex('cells').update({ waived_until: 77 });
      await cells.put([cell({ verdict: 'missed', waivedUntil: undefined })]);
      expect(await cells.page(undefined, 9)).toEqual([
        cell({ verdict: 'missed', waivedUntil: 77 }),
      ]);
    });

    it('counts cells that stand alike', async () => {
      const { knex, verdicts } = await open(id);
      const { cells } = verdicts.read;
      await cells.put([full, { ...full, kpi: 'b', weight: 3 }, cell()]);
      await knex('cells').where({ kpi: 'uptime' }).update({ waived_until: 1 });
      expect(await cells.counts([])).toEqual([]);
      const counts = await cells.counts([squad]);
      const group = { group: squad, category: 'availability' };
      expect(counts.sort((a, b) => a.cells - b.cells)).toEqual([
        {
          ...group,
          verdict: 'none',
          freshness: 'no_data',
          hasTarget: true,
          waived: true,
          cells: 1,
          points: 0,
          weight: 0,
        },
        {
          ...group,
          verdict: 'at_risk',
          freshness: 'fresh',
          hasTarget: true,
          waived: false,
          cells: 2,
          points: 2,
          weight: 4,
        },
      ]);
    });

    it('finds cells that are said to be fresh and are old', async () => {
      const { verdicts } = await open(id);
      const { cells } = verdicts.read;
      await cells.put([full, cell(), cell({ kpi: 'a', freshness: 'stale' })]);
      const { staleAt = 0 } = full;
      expect(await cells.overdue(staleAt, 10)).toEqual([]);
      expect(await cells.overdue(staleAt + 1, 10)).toEqual([full]);
    });
  });

  describe('DatabaseHealthStore', () => {
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
});
