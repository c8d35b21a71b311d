import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ContractClient, createContractClient } from '@squadron/contract';
import { environmentsContract } from '@squadron/plugin-environments-common';

/** The API of environments, as golden paths ask it. */
export const environmentsApiRef = createApiRef<
  ContractClient<typeof environmentsContract>
>().with({
  id: 'plugin.golden-paths.environments',
  pluginId: 'golden-paths',
});

/** Plugins do not import one another: they share the contract alone. */
export const environmentsApi = ApiBlueprint.make({
  name: 'environments',
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
