import type { Verdict } from '@squadron/plugin-scorecards-common';
import type { CellKey } from './SampleStore';

/** A change of verdict as it is kept for reports and notifications. */
export interface StoredChange extends CellKey {
  group: string;
  from: Verdict;
  to: Verdict;
  text?: string;
  target?: string;
  reason: string;
  /** When the sample was taken that changed it, in milliseconds. */
  at: number;
  source: string;
}

/** Changes of verdicts in the order in which they were found. */
export interface ChangeStore {
  add(changes: readonly StoredChange[]): Promise<void>;
}
