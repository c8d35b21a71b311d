import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi, Sample } from '@squadron/plugin-scorecards-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { kpi, ratio, target } from '../__testUtils__/kpi';
import { group } from '../__testUtils__/records';
import { openTables } from '../__testUtils__/tables';
import {
  openReplicas,
  sampleCommands,
  verdictServices,
} from '../__testUtils__/verdicts';
import { isLatestOnly, windowOf } from '../domain/cellState';
import { dayFrom, dayOf, startOf } from '../domain/day';
import { combineAll, isFault, toParts } from '../domain/parts';
import { verdictOf } from '../domain/verdict';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const firstDay = dayFrom('2026-11-20');
const lastDay = dayFrom('2026-11-27');
const entities = ['group:default/a', 'group:default/b'];
const kpis: Kpi[] = [
  ratio('uptime', {
    windowDays: 3,
    errorBudgetDays: 3,
    targets: [
      target('>= 90%', { to: '2026-11-24' }),
      target('>= 50%', { from: '2026-11-25' }),
    ],
  }),
  ratio('backup', { onNoData: 'hold', targets: [target('= 100%')] }),
  kpi('mttr', {
    kind: 'duration',
    unit: 's',
    windowDays: 2,
    targets: [target('<= 20 s')],
  }),
  kpi('level', { kind: 'level', targets: [target('>= 30')] }),
  kpi('peak', { aggregation: 'max', windowDays: 4, targets: [target('< 60')] }),
  kpi('deploys', { kind: 'count', aggregation: 'sum', windowDays: 7 }),
].map(each => ({
  ...each,
  appliesTo: { to: 'groups', groups: entities } as const,
}));

const services = verdictServices({
  kpis,
  tree: new OrgTree({
    at: '2026-11-28T00:00:00Z',
    groups: [group('a'), group('b')],
    people: [],
  }),
  now: '2026-11-28T00:00:00Z',
});

/** Whole numbers, so that sums are exact in any order. */
const samples = fc
  .uniqueArray(
    fc.record({
      kpi: fc.constantFrom(...kpis),
      entity: fc.constantFrom(...entities),
      day: fc.integer({ min: firstDay, max: lastDay }),
      hour: fc.integer({ min: 0, max: 23 }),
      amount: fc.integer({ min: 0, max: 80 }),
      total: fc.integer({ min: 0, max: 3 }),
    }),
    {
      selector: ({ kpi: of, entity, day, hour }) =>
        `${of.id} ${entity} ${day} ${hour}`,
      minLength: 1,
      maxLength: 60,
    },
  )
  .map(all =>
    all.map(({ kpi: of, entity, day, hour, amount, total }): Sample => {
      const at = new Date(startOf(day) + hour * 3_600_000).toISOString();
      const key = { kpi: of.id, entity, at };
      const events = total * 40;
      if (of.kind !== 'ratio') return { ...key, value: amount };
      return { ...key, bad: Math.min(amount, events), total: events };
    }),
  );

interface Expected {
  value: number | null;
  verdict: string;
  sum: number;
  count: number;
}

/** What one cell should say of each day, by the rules alone. */
function expectedDays(of: Kpi, own: readonly Sample[]) {
  const days = new Map<number, Expected>();
  const sorted = [...own].sort((x, y) => Date.parse(x.at) - Date.parse(y.at));
  const within = (first: number, last: number) =>
    sorted.filter(({ at }) => {
      const day = dayOf(Date.parse(at));
      return first <= day && day <= last;
    });
  for (const day of new Set(sorted.map(({ at }) => dayOf(Date.parse(at))))) {
    const window = within(day - windowOf(of) + 1, day);
    const counted = isLatestOnly(of) ? window.slice(-1) : window;
    const parts = combineAll(
      counted.map(sample => {
        const read = toParts(of, sample);
        if (isFault(read)) throw new Error(read.message);
        return read;
      }),
    );
    const at = Date.parse(window[window.length - 1].at);
    const { value = null, verdict } = verdictOf(of, parts, at);
    days.set(day, { value, verdict, sum: parts.sum, count: parts.count });
  }
  return days;
}

const verdictNames = ['met', 'at_risk', 'missed', 'none'];

async function clear(knex: Knex) {
  for (const table of ['samples', 'daily', 'cells', 'changes', 'dirty_days']) {
    await knex(table).delete();
  }
}

async function check(knex: Knex, all: readonly Sample[]) {
  const daily = await knex('daily');
  const cells = await knex('cells');
  let days = 0;
  for (const of of kpis) {
    for (const entity of entities) {
      const own = all.filter(
        sample => sample.kpi === of.id && sample.entity === entity,
      );
      const expected = expectedDays(of, own);
      days += expected.size;
      for (const row of daily.filter(
        each => each.kpi === of.id && each.entity === entity,
      )) {
        const { value, verdict } = expected.get(row.day)!;
        expect([row.value, verdictNames[row.verdict]]).toEqual([
          value,
          verdict,
        ]);
      }
      const cell = cells.find(
        each => each.kpi === of.id && each.entity === entity,
      );
      const latest = expected.get(Math.max(...expected.keys()));
      expect(
        cell && {
          value: cell.value,
          verdict: verdictNames[cell.verdict],
          sum: cell.sum,
          count: cell.count,
        },
      ).toEqual(latest);
    }
  }
  expect(daily).toHaveLength(days);
}

async function open(id: TestDatabaseId) {
  const { knex } = openReplicas(await openTables(databases, id));
  return { knex, ...sampleCommands(knex, services) };
}

const batches = samples.chain(all =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(all, { minLength: all.length }),
    sizes: fc.array(fc.integer({ min: 1, max: 20 }), {
      minLength: 60,
      maxLength: 60,
    }),
  }),
);

describe.each(databases.eachSupportedId())('on %s', id => {
  it('ends in the same days and cells in whatever order and batches samples come', async () => {
    const { knex, commands } = await open(id);
    await fc.assert(
      fc.asyncProperty(batches, async ({ all, order, sizes }) => {
        await clear(knex);
        let from = 0;
        for (const size of sizes) {
          const batch = order.slice(from, from + size);
          from += size;
          if (batch.length === 0) break;
          const answer = await commands.record(
            batch,
            { source: 'push', by: 'test' },
            () => true,
          );
          expect(answer.accepted).toBe(batch.length);
        }
        await check(knex, all);
      }),
      { numRuns: 25 },
    );
  });
});
