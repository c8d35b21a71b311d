import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import type { Parts } from '@squadron/plugin-scorecards-common';
import { one, sample, squad, touched, unjudged } from '../__testUtils__/stored';
import { sharedTables } from '../__testUtils__/tables';
import { DatabaseVerdicts } from './DatabaseVerdicts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const tables = sharedTables(databases);
const dayMs = 86_400_000;

async function open(id: TestDatabaseId) {
  const knex = await tables(id);
  return { knex, verdicts: new DatabaseVerdicts(knex) };
}

describe.each(databases.eachSupportedId())('DatabaseDayStore on %s', id => {
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
    expect(await past.page('uptime', { ...third, day: 1 }, 9)).toEqual([third]);
  });
});
