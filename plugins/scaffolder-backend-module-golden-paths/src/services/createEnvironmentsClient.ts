import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { type ContractClient, createContractClient } from '@squadron/contract';
import { environmentsContract } from '@squadron/plugin-environments-common';

/** The API of environments on behalf of whoever started a task. */
export interface Environments {
  client: ContractClient<typeof environmentsContract>;
  /** What a call says of who asks. */
  as(credentials: BackstageCredentials): Promise<{ token: string }>;
}

export function createEnvironmentsClient(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): Environments {
  const { auth, discovery } = options;
  return {
    client: createContractClient(environmentsContract, { discovery, fetch }),
    as: onBehalfOf =>
      auth.getPluginRequestToken({
        onBehalfOf,
        targetPluginId: environmentsContract.id,
      }),
  };
}
