import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  type ContractClient,
  type PluginContract,
  createContractClient,
} from '@squadron/contract';

/** The API of another plugin on behalf of whoever started a task. */
export interface PluginClient<T extends PluginContract> {
  client: ContractClient<T>;
  /** What a call says of who asks. */
  as(credentials: BackstageCredentials): Promise<{ token: string }>;
}

/** As `fetch`, but a refusal is told in the plugin's own words, which stand in the log of the task. */
async function fetchOrSay(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.ok) return response;
  const error = await ResponseError.fromResponse(response);
  throw Object.assign(error, { message: error.cause.message || error.message });
}

export function createPluginClient<T extends PluginContract>(
  contract: T,
  options: { auth: AuthService; discovery: DiscoveryService },
): PluginClient<T> {
  const { auth, discovery } = options;
  return {
    client: createContractClient(contract, { discovery, fetch: fetchOrSay }),
    as: onBehalfOf =>
      auth.getPluginRequestToken({ onBehalfOf, targetPluginId: contract.id }),
  };
}
