import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { entity } from './backend';

const weekly = {
  id: 'weekly',
  title: 'Weekly',
  kind: 'meeting',
  every: 'week',
  starts: '2026-01-01',
};
/** A company with one squad. */
export const entities = [
  entity('Group', 'company', { type: 'organization', children: [] }),
  entity('Group', 'squad-b-1', {
    type: 'squad',
    parent: 'company',
    lead: 'lead-b-1',
    children: [],
    cadences: [weekly],
  }),
  entity('User', 'ann', { memberOf: ['squad-b-1'] }),
  entity('User', 'bob', { memberOf: ['company'] }),
  entity('User', 'lead-b-1', { memberOf: ['squad-b-1'] }),
  entity('System', 'squad-b-1', { owner: 'squad-b-1' }),
];

/** What everybody may do, and how often the catalog was asked. */
export const world: {
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  catalogCalls: number;
} = {
  result: AuthorizeResult.ALLOW,
  catalogCalls: 0,
};
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async requests => requests.map(() => ({ result: world.result })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: world.result })),
  }),
});
/** Tell the plugin of an import. */
export const imported: Array<() => Promise<void>> = [];
const events = createServiceFactory({
  service: eventsServiceRef,
  deps: {},
  factory: () => ({
    publish: async () => {},
    async subscribe({ topics, onEvent }) {
      if (!topics.includes('org-model.imported')) return;
      imported.push(() => onEvent({ topic: topics[0], eventPayload: {} }));
    },
  }),
});

const countCatalogRequests = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'count-requests',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use((_req, _res, next) => {
          world.catalogCalls += 1;
          next();
        });
      },
    });
  },
});

export const features = [events, permissions, countCatalogRequests];
