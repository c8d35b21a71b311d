import {
  TestBackend,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { withinGroupsDecision } from '@squadron/plugin-org-model-node';
import type { Knex } from 'knex';
import { startScorecards } from './backend';
import { putCells } from './read';
import { openTables } from './tables';
import { cell, tree, userRef } from './work';
import { dayOf, dayText } from '../domain/day';

export const today = dayOf(Date.now());
export const reason = 'The old site closes soon';

/** Names of permissions that nobody has until the test ends. */
export const denied = new Set<string>();
/** As the policy of the organization decides: what a group owns, whoever may act for the group changes. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => {
    const userOf = (credentials: { principal?: unknown }) =>
      (credentials.principal as { userEntityRef?: string }).userEntityRef ?? '';
    const decide = (
      { name, type }: { name: string; type: string },
      user: string,
    ): PolicyDecision => {
      if (denied.has(name)) return { result: AuthorizeResult.DENY };
      if (type !== 'resource') return { result: AuthorizeResult.ALLOW };
      const groups = tree.withinGroups(user);
      return withinGroupsDecision({
        pluginId: 'scorecards',
        resourceType: 'scorecard',
        groups,
      });
    };
    return {
      authorize: async (requests, { credentials }) =>
        requests.map(({ permission }) => ({
          result: decide(permission, userOf(credentials)).result as
            AuthorizeResult.ALLOW | AuthorizeResult.DENY,
        })),
      authorizeConditional: async (requests, { credentials }) =>
        requests.map(({ permission }) =>
          decide(permission, userOf(credentials)),
        ),
    };
  },
});
export const createEvent = jest.fn(async () => ({
  success: async () => {},
  fail: async () => {},
}));
const notifications = createServiceFactory({
  service: notificationService,
  deps: {},
  factory: () => ({ send: async () => {} }),
});

/** The plugin with three groups that miss a target, for all tests of a file. */
export function setupWorkRoutes(databases: TestDatabases) {
  let knex: Knex;
  let backend: TestBackend;
  let send: Awaited<ReturnType<typeof startScorecards>>['send'];

  const post = (path: string, body: object, user: string) =>
    send('post', path, userRef(user)).send(body);
  const ask = (user = 'eve', entity = 'squad') =>
    post(
      '/waivers',
      { kpi: 'uptime', entity, reason, until: dayText(today + 10) },
      user,
    );
  const get = async (path: string, user = 'eve') =>
    (await send('get', path, userRef(user))).body;

  beforeAll(async () => {
    knex = await openTables(databases, 'SQLITE_3');
    ({ backend, send } = await startScorecards({
      knex,
      tree,
      kpis: [
        {
          id: 'uptime',
          title: 'Uptime',
          text: 'Uptime of at least 99 %',
          owner: 'squad',
          appliesTo: { groups: ['squad', 'other', 'far'] },
          category: 'availability',
          kind: 'ratio',
          every: '1 min',
          window: '30 d',
          errorBudget: '30 d',
          onNoData: 'bad',
          source: 'push',
          target: '>= 99%',
          document: 'Test',
        },
      ],
      features: [
        permissions,
        notifications,
        mockServices.auditor.mock({ createEvent }).factory,
      ],
    }));
  }, 60_000);
  beforeEach(async () => {
    denied.clear();
    createEvent.mockClear();
    await knex('waivers').delete();
    await knex('campaigns').delete();
    await knex('cells').delete();
    await putCells(knex, [
      cell('uptime', 'squad'),
      cell('uptime', 'other'),
      cell('uptime', 'far'),
    ]);
  });
  afterAll(async () => {
    await backend?.stop();
  });

  return {
    post,
    ask,
    get,
    send: (...args: Parameters<typeof send>) => send(...args),
    knex: () => knex,
    server: () => backend.server,
  };
}
