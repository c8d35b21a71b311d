import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createContractClient } from '@squadron/contract';
import { orgModelContract } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';

/** The client of the org-model API, for every page of the portal. */
export const orgModelApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: orgModelApiRef,
      deps: { discovery: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discovery, fetchApi }) =>
        createContractClient(orgModelContract, {
          discovery,
          fetch: (url, init) => fetchApi.fetch(url, init),
        }),
    }),
});
