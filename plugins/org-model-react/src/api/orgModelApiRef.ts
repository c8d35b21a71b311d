import { createApiRef } from '@backstage/frontend-plugin-api';
import { ContractClient } from '@squadron/contract';
import { orgModelContract } from '@squadron/plugin-org-model-common';

/** The org-model API: one method for each route of its contract. */
export type OrgModelApi = ContractClient<typeof orgModelContract>;

/** Reaches the org-model API from any page. */
export const orgModelApiRef = createApiRef<OrgModelApi>().with({
  id: 'plugin.org-model.client',
  pluginId: 'org-model',
});
