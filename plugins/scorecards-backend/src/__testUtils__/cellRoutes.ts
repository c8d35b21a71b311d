import { TestBackend, TestDatabases } from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { dayOf } from '../domain/day';
import { squadKpi, startScorecards } from './backend';
import { companyOf, healthOfGroup, putCells, putDays, putHealth } from './read';
import { openTables } from './tables';
import { cell, groupRef } from './work';

export const today = dayOf(Date.now());

async function putStandings(knex: Knex) {
  await putCells(knex, [
    cell('uptime', 'squad-0', { value: 40, category: 'quality' }),
    cell('uptime', 'squad-1', {
      value: 60,
      verdict: 'met',
      points: 1,
      parts: { sum: 60, count: 1, min: 60, max: 60 },
      category: 'quality',
    }),
    cell('uptime', 'squad-2', {
      freshness: 'no_data',
      verdict: 'none',
      value: undefined,
      text: undefined,
      weight: 2,
      category: 'quality',
    }),
    cell('price', 'squad-0', {
      value: 10,
      parts: { sum: 20, count: 2, min: 5, max: 15 },
      category: 'cost',
    }),
    cell('price', 'squad-0', {
      entity: 'component:default/shop',
      value: 3,
      parts: { sum: 100, count: 2, min: 50, max: 50 },
      category: 'cost',
    }),
  ]);
  await putHealth(knex, today, [
    {
      ...healthOfGroup('company', 1, 3),
      worst: { ref: groupRef('division-0'), score: 0 },
    },
    healthOfGroup('company', 1, 1, 'quality'),
    healthOfGroup('squad-0', 1, 1),
    healthOfGroup('squad-1', 1, 1),
  ]);
  await putHealth(knex, today - 7, [
    healthOfGroup('company', 0, 4),
    healthOfGroup('squad-1', 0, 2),
  ]);
  await putDays(knex, [
    { kpi: 'uptime', entity: groupRef('squad-0'), day: today - 1, value: 40 },
    { kpi: 'uptime', entity: groupRef('squad-1'), day: today - 1, value: 80 },
    { kpi: 'uptime', entity: groupRef('squad-1'), day: today, value: 60 },
  ]);
}

/** The plugin with a company of three squads that have two KPIs, for all tests of a file. */
export function setupCellRoutes(databases: TestDatabases) {
  let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
    AuthorizeResult.ALLOW;
  const permissions = createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({
      authorize: async requests => requests.map(() => ({ result })),
      authorizeConditional: async requests => requests.map(() => ({ result })),
    }),
  });

  let knex: Knex;
  let backend: TestBackend;
  let send: Awaited<ReturnType<typeof startScorecards>>['send'];

  beforeAll(async () => {
    knex = await openTables(databases, 'SQLITE_3');
    await putStandings(knex);
    ({ backend, send } = await startScorecards({
      knex,
      tree: companyOf(3),
      kpis: [
        squadKpi('uptime'),
        squadKpi('price', {
          category: 'cost',
          owner: 'squad-0',
          appliesTo: 'owner',
        }),
      ],
      features: [permissions],
    }));
  }, 60_000);

  beforeEach(() => {
    result = AuthorizeResult.ALLOW;
  });

  afterAll(async () => {
    await backend?.stop();
  });

  return {
    send: (...args: Parameters<typeof send>) => send(...args),
    knex: () => knex,
    server: () => backend.server,
    /** Until the test ends, nobody may do anything. */
    deny() {
      result = AuthorizeResult.DENY;
    },
  };
}
