import type { ContractHandlers } from '@squadron/backend-kit';
import type { orgModelContract } from '@squadron/plugin-org-model-common';

/** Handlers of the plugin's contract. */
export type OrgModelHandlers = ContractHandlers<typeof orgModelContract>;
