import { environmentsContract } from '@squadron/plugin-environments-common';
import { type PluginClient, createPluginClient } from './pluginClient';

/** The API of environments. */
export type Environments = PluginClient<typeof environmentsContract>;

export function createEnvironmentsClient(
  options: Parameters<typeof createPluginClient>[1],
): Environments {
  return createPluginClient(environmentsContract, options);
}
