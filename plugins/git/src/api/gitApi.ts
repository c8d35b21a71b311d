import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ContractClient, createContractClient } from '@squadron/contract';
import { gitContract } from '@squadron/plugin-git-common';

/** The API of git: one method for each route of its contract. */
export type GitApi = ContractClient<typeof gitContract>;

export const gitApiRef = createApiRef<GitApi>().with({
  id: 'plugin.git.client',
  pluginId: 'git',
});

/** The client of the API of git, for every page of the portal. */
export const gitApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: gitApiRef,
      deps: { discovery: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discovery, fetchApi }) =>
        createContractClient(gitContract, {
          discovery,
          fetch: (url, init) => fetchApi.fetch(url, init),
        }),
    }),
});
