import type { PendingChange } from '../domain/changeNotices';
import type { Notice } from '../domain/notices';
import type { CellKey } from './SampleStore';

/** Changes of verdicts that nobody was told of yet. */
export interface PendingChangeStore {
  /** Of cells that were not told within the cool-down, in the order in which they were found. */
  pending(options: {
    now: number;
    coolDownMs: number;
    limit: number;
  }): Promise<PendingChange[]>;
  /**
   * Takes changes off the list and keeps the notices about them, all or nothing.
   *
   * @returns false, and nothing is done, when another replica has taken one of them
   */
  settle(done: {
    changes: readonly string[];
    told: readonly CellKey[];
    notices: readonly Notice[];
    now: number;
  }): Promise<boolean>;
}
