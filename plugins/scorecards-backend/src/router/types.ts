import type { ContractHandlers } from '@squadron/backend-kit';
import type { scorecardsContract } from '@squadron/plugin-scorecards-common';

/** Handlers of the plugin's contract. */
export type ScorecardsHandlers = ContractHandlers<typeof scorecardsContract>;
