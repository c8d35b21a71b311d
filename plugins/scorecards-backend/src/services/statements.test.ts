import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { queriesOf } from '../__testUtils__/queries';
import {
  companyOf,
  healthOfGroup,
  putCells,
  putDays,
  putHealth,
  squadKpis,
  today,
} from '../__testUtils__/read';
import { openTables } from '../__testUtils__/tables';
import { cell } from '../__testUtils__/work';
import type { Queries } from './createQueries';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const kpis = squadKpis('uptime', 'speed', 'cost');
const company = { kind: 'group', namespace: 'default', name: 'company' };
const page = {
  sort: 'gain',
  order: 'desc',
  limit: 200,
  trend: 'true',
} as const;
const span = { from: '2026-10-01', to: '2026-11-28', step: 'day' } as const;

async function fill(id: TestDatabaseId, squads: number) {
  const knex = await openTables(databases, id);
  const tree = companyOf(squads);
  const names = Array.from({ length: squads }, (_, at) => `squad-${at}`);
  const cells = names.flatMap(name => kpis.map(kpi => cell(kpi.id, name)));
  await putCells(knex, cells);
  for (const day of [today - 7, today]) {
    await putHealth(
      knex,
      day,
      tree.groups().map(({ name }) => healthOfGroup(name, 1, 2)),
    );
  }
  await putDays(
    knex,
    cells.map(({ kpi, entity }, at) => ({
      kpi,
      entity,
      day: today - 1,
      value: at,
    })),
  );
  const statements: string[] = [];
  const queries = queriesOf({ knex, kpis, treeAt: async () => tree });
  knex.on('query', ({ sql }) => statements.push(sql));
  return { queries, statements };
}

const requests: [string, number, (queries: Queries) => Promise<unknown>][] = [
  ['all KPIs', 0, ({ kpis: all }) => all.list({})],
  ['one KPI', 1, ({ kpis: all }) => all.get('uptime')],
  ['a scorecard', 6, ({ scorecards }) => scorecards.prepared(company, 20)],
  [
    'the same scorecard',
    1,
    ({ scorecards }) => scorecards.prepared(company, 20),
  ],
  ['health and its trend', 3, ({ health }) => health.prepared(company, {})],
  ['the same health', 1, ({ health }) => health.prepared(company, {})],
  [
    'groups by category',
    3,
    ({ matrix }) => matrix.prepared({ groupBy: 'category' }),
  ],
  ['entities by KPI', 2, ({ matrix }) => matrix.prepared({ groupBy: 'kpi' })],
  ['the same entities', 1, ({ matrix }) => matrix.prepared({ groupBy: 'kpi' })],
  [
    'a page of cells with trends',
    4,
    ({ cells }) => cells.prepared({ ...page, root: ['company'], q: 'squad' }),
  ],
  [
    'the same page',
    1,
    ({ cells }) => cells.prepared({ ...page, root: ['company'], q: 'squad' }),
  ],
  ['an export', 2, ({ cells }) => cells.csv({ root: ['company'] })],
  ['what to fix', 3, ({ cells }) => cells.nextToFix({ limit: 10 })],
  [
    'who improved',
    2,
    ({ health }) => health.leaderboard({ type: 'squad', days: 30 }),
  ],
  [
    'series of groups with and without cells',
    3,
    ({ series }) =>
      series.get({
        ...span,
        refs: ['company', 'division-0', 'squad-1', 'squad-2'],
        kpis: ['uptime', 'cost'],
      }),
  ],
];

describe.each(databases.eachSupportedId())('on %s', id => {
  it.each([10, 500])(
    'the number of statements of a request is the same with %d entities',
    async squads => {
      const { queries, statements } = await fill(id, squads);
      const counted: [string, number][] = [];
      for (const [name, , ask] of requests) {
        statements.length = 0;
        await ask(queries);
        counted.push([name, statements.length]);
      }
      expect(counted).toEqual(requests.map(([name, count]) => [name, count]));
    },
  );
});
