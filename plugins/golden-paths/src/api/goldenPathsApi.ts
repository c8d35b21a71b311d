import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ContractClient, createContractClient } from '@squadron/contract';
import { goldenPathsContract } from '@squadron/plugin-golden-paths-common';

/** The API of golden paths: one method for each route of its contract. */
export type GoldenPathsApi = ContractClient<typeof goldenPathsContract>;

export const goldenPathsApiRef = createApiRef<GoldenPathsApi>().with({
  id: 'plugin.golden-paths.client',
  pluginId: 'golden-paths',
});

/** The client of the API of golden paths, for every page of the portal. */
export const goldenPathsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: goldenPathsApiRef,
      deps: { discovery: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discovery, fetchApi }) =>
        createContractClient(goldenPathsContract, {
          discovery,
          fetch: (url, init) => fetchApi.fetch(url, init),
        }),
    }),
});
