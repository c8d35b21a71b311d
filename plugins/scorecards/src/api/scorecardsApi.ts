import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ContractClient, createContractClient } from '@squadron/contract';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';

/** The scorecards API: one method for each route of its contract. */
export type ScorecardsApi = ContractClient<typeof scorecardsContract>;

export const scorecardsApiRef = createApiRef<ScorecardsApi>().with({
  id: 'plugin.scorecards.client',
  pluginId: 'scorecards',
});

/** The client of the scorecards API, for every page of the portal. */
export const scorecardsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scorecardsApiRef,
      deps: { discovery: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discovery, fetchApi }) =>
        createContractClient(scorecardsContract, {
          discovery,
          fetch: (url, init) => fetchApi.fetch(url, init),
        }),
    }),
});
