import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ContractClient, createContractClient } from '@squadron/contract';
import { environmentsContract } from '@squadron/plugin-environments-common';

/** The API of environments: one method for each route of its contract. */
export type EnvironmentsApi = ContractClient<typeof environmentsContract>;

export const environmentsApiRef = createApiRef<EnvironmentsApi>().with({
  id: 'plugin.environments.client',
  pluginId: 'environments',
});

/** The client of the API of environments, for every page of the portal. */
export const environmentsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: environmentsApiRef,
      deps: { discovery: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discovery, fetchApi }) =>
        createContractClient(environmentsContract, {
          discovery,
          fetch: (url, init) => fetchApi.fetch(url, init),
        }),
    }),
});
