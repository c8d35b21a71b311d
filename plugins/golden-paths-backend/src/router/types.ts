import type { ContractHandlers } from '@squadron/backend-kit';
import type { goldenPathsContract } from '@squadron/plugin-golden-paths-common';

/** Handlers of the plugin's contract. */
export type GoldenPathsHandlers = ContractHandlers<typeof goldenPathsContract>;
