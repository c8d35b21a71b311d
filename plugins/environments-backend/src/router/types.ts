import type { ContractHandlers } from '@squadron/backend-kit';
import type { environmentsContract } from '@squadron/plugin-environments-common';

/** Handlers of the plugin's contract. */
export type EnvironmentsHandlers = ContractHandlers<
  typeof environmentsContract
>;
