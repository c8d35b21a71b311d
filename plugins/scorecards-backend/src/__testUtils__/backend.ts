import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import type { Knex } from 'knex';
import request from 'supertest';
import scorecardsPlugin from '..';

/** A KPI that every squad of {@link companyOf} has, as a file defines it. */
export function squadKpi(id: string, fields: object = {}): object {
  return {
    id,
    title: `The ${id}`,
    text: `${id} is at least 50`,
    owner: 'company',
    category: 'quality',
    kind: 'gauge',
    every: '1 d',
    onNoData: 'bad',
    source: 'push',
    target: '>= 50',
    appliesTo: { each: 'squad', below: 'company' },
    document: 'Test',
    runbook: `/docs/${id}`,
    ...fields,
  };
}

/** The plugin over these tables, with these definitions and this tree. */
export async function startScorecards(options: {
  knex: Knex;
  kpis: object[];
  tree: OrgTree;
  features?: BackendFeature[];
}) {
  const { knex, kpis, tree, features = [] } = options;
  const folder = createMockDirectory({
    content: { 'kpis.yaml': JSON.stringify({ kpis }) },
  });
  const orgModel = createServiceFactory({
    service: orgModelServiceRef,
    deps: {},
    factory: () => ({
      tree: async () => tree,
      ancestors: async group => tree.ancestors(group),
      descendants: async group => tree.descendants(group),
      leads: async (group, { requester } = {}) => tree.leads(group, requester),
      members: async (group, members) => tree.members(group, members),
    }),
  });
  const backend = await startTestBackend({
    features: [
      scorecardsPlugin,
      orgModel,
      catalogServiceMock.factory(),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            actions: { pluginSources: ['scorecards'] },
          },
          scorecards: { definitions: { directory: folder.path } },
        },
      }),
      ...features,
    ],
  });
  const send = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    user = 'user:default/ann',
  ) =>
    request(backend.server)
      [method](`/api/scorecards${path}`)
      .set('Authorization', mockCredentials.user.header(user));
  return { backend, send, folder };
}
