import { TestDatabases } from '@backstage/backend-test-utils';
import {
  CellSort,
  statusOf,
  statuses,
} from '@squadron/plugin-scorecards-common';
import type { Knex } from 'knex';
import { everyState, now, putCells } from '../__testUtils__/read';
import { openTables } from '../__testUtils__/tables';
import { cell, groupRef } from '../__testUtils__/work';
import { addHealth, countCell, emptyHealth } from '../domain/scoring';
import type { CellFilter, CellOrder, CellPlace } from './CellReadStore';
import { DatabaseCellReadStore } from './DatabaseCellReadStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const all = everyState(4).map((each, at) =>
  at % 6 === 1 ? { ...each, waivedUntil: now.getTime() } : each,
);
const byKey = (a: { kpi: string; entity: string }, b: typeof a) =>
  compare(a.kpi, b.kpi) || compare(a.entity, b.entity);

function compare(a: string | number, b: typeof a): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function openCells(knex: Knex): Promise<DatabaseCellReadStore> {
  await putCells(knex, all);
  for (const { kpi, entity, waivedUntil } of all) {
    if (waivedUntil === undefined) continue;
    // Waivers have a writer of their own.
    await knex('cells')
      .where({ kpi, entity })
      .update({ waived_until: waivedUntil });
  }
  return new DatabaseCellReadStore(knex);
}

async function walk(
  store: DatabaseCellReadStore,
  by: CellOrder,
  limit: number,
  filter: CellFilter = {},
) {
  const found = [];
  let after: CellPlace | undefined;
  do {
    const page = await store.page(filter, by, { after, limit });
    found.push(...page.map(each => each.cell));
    after = page.length === limit ? page.at(-1)?.place : undefined;
  } while (after);
  return found;
}

describe.each(databases.eachSupportedId())(
  'DatabaseCellReadStore on %s',
  id => {
    let store: DatabaseCellReadStore;
    beforeAll(async () => {
      store = await openCells(await openTables(databases, id));
    });

    const keys: Record<CellSort, (each: (typeof all)[0]) => unknown> = {
      status: each => statuses.indexOf(statusOf(each, each.hasTarget)),
      kpi: each => each.kpi,
      entity: each => each.entity,
      value: each => each.value,
      at: each => each.at,
      since: each => each.since,
      gain: each =>
        each.points === undefined ? undefined : each.weight * (1 - each.points),
    };
    const orders = (Object.keys(keys) as CellSort[]).flatMap(sort =>
      (['asc', 'desc'] as const).map(order => ({ sort, order })),
    );

    it.each(orders)(
      'walks all cells by $sort $order in pages, those without one last',
      async by => {
        const sign = by.order === 'asc' ? 1 : -1;
        const keyOf = keys[by.sort] as (each: object) => number | undefined;
        const expected = [...all].sort((a, b) => {
          const [x, y] = [keyOf(a), keyOf(b)];
          if (x === undefined || y === undefined) {
            return (
              Number(x === undefined) - Number(y === undefined) || byKey(a, b)
            );
          }
          return sign * compare(x, y) || byKey(a, b);
        });
        const found = await walk(store, by, 5);
        expect(found.map(({ entity }) => entity)).toEqual(
          expected.map(({ entity }) => entity),
        );
      },
    );

    it('gives back the cells that were written', async () => {
      const found = await walk(store, { sort: 'kpi', order: 'asc' }, 100);
      expect(found).toEqual(
        [...all].sort(byKey).map(each => expect.objectContaining(each)),
      );
    });

    const filters: [string, CellFilter, (each: (typeof all)[0]) => boolean][] =
      [
        ...statuses.map((status): (typeof filters)[0] => [
          `the status ${status}`,
          { statuses: [status] },
          each => statusOf(each, each.hasTarget) === status,
        ]),
        [
          'groups',
          {
            groups: [groupRef('squad-1'), groupRef('squad-2'), 'group:x/none'],
          },
          each => /squad-[12]$/.test(each.group),
        ],
        ['no group', { groups: [] }, () => false],
        [
          'entities',
          { entities: ['component:default/c-3'] },
          each => each.entity === 'component:default/c-3',
        ],
        [
          'KPI and category',
          { kpis: ['kpi-1', 'kpi-2'], categories: ['cost'] },
          each => /kpi-[12]/.test(each.kpi) && each.category === 'cost',
        ],
        ['waivers', { waived: true }, each => each.waivedUntil !== undefined],
        [
          'no waivers',
          { waived: false },
          each => each.waivedUntil === undefined,
        ],
        [
          'what a search found',
          {
            search: {
              text: '/c-1',
              kpis: ['kpi-3'],
              groups: [groupRef('squad-2')],
            },
          },
          each =>
            each.entity.includes('/c-1') ||
            each.kpi === 'kpi-3' ||
            each.group === groupRef('squad-2'),
        ],
        [
          'a search that holds signs of a pattern',
          { search: { text: '%', kpis: [], groups: [] } },
          () => false,
        ],
      ];

    it.each(filters)('narrows by %s', async (_, filter, fits) => {
      const expected = all.filter(fits).sort(byKey);
      const by = { sort: 'kpi', order: 'asc' } as const;
      const found = await walk(store, by, 100, filter);
      expect(found.map(({ entity }) => entity)).toEqual(
        expected.map(({ entity }) => entity),
      );
      expect(await store.count(filter)).toBe(expected.length);
      const weights = expected.map(({ points, weight }) =>
        points === undefined ? 0 : weight,
      );
      expect(await store.weight(filter)).toBe(
        weights.reduce((a, b) => a + b, 0),
      );
      const states = await store.states(filter);
      expect(states.flatMap(({ entities }) => entities).sort(compare)).toEqual(
        expected.map(({ entity }) => entity).sort(compare),
      );
    });

    it('tells the state of each cell of a KPI', async () => {
      const columns = await store.states({});
      expect(columns).toHaveLength(7);
      for (const { kpi, entities, states } of columns) {
        entities.forEach((entity, at) => {
          const { verdict, freshness, waivedUntil } = all.find(
            each => each.entity === entity && each.kpi === kpi,
          )!;
          const waived = waivedUntil !== undefined;
          expect(states[at]).toEqual({ verdict, freshness, waived });
        });
      }
    });

    it('finds what to fix: what would gain most, without what is waived', async () => {
      const gain = (each: { weight: number; points?: number }) =>
        each.weight * (1 - each.points!);
      const expected = all
        .filter(each => (each.points ?? 1) < 1 && !each.waivedUntil)
        .map(gain)
        .sort((a, b) => b - a);
      const found = await store.toFix({}, 100);
      expect(found.map(gain)).toEqual(expected);
      expect(await store.toFix({}, 3)).toEqual(found.slice(0, 3));
    });

    it('adds up each KPI as its cells one by one do', async () => {
      for (const summary of await store.summaries({})) {
        const cells = all.filter(({ kpi }) => kpi === summary.kpi);
        const counted = cells
          .map(each =>
            countCell({ ...each, waived: each.waivedUntil !== undefined }),
          )
          .reduce(addHealth, emptyHealth);
        expect(summary.health).toEqual(counted);
        expect(summary.entities).toBe(cells.length);
        const some = cells.filter(({ parts }) => parts!.count > 0);
        expect(summary.parts).toEqual({
          sum: cells.reduce((sum, { parts }) => sum + parts!.sum, 0),
          count: some.reduce((sum, { parts }) => sum + parts!.count, 0),
          min: Math.min(...some.map(({ parts }) => parts!.min)),
          max: Math.max(...some.map(({ parts }) => parts!.max)),
        });
      }
      expect((await store.summaries({})).length).toBe(7);
    });

    it('has another version after every change', async () => {
      const knex = await openTables(databases, id);
      const cells = new DatabaseCellReadStore(knex);
      const versions = [await cells.version()];
      await putCells(knex, [cell('a', 'squad')]);
      versions.push(await cells.version(), await cells.version());
      expect(versions[0]).not.toBe(versions[1]);
      expect(versions[1]).toBe(versions[2]);
    });
  },
);
