import type { Category } from '@squadron/plugin-scorecards-common';

/** Stands for all categories together. */
export const ALL_CATEGORIES = '*';

/** Health of a group with all that is below it, as counts that add up along the tree. */
export interface StoredHealth {
  group: string;
  category: Category | typeof ALL_CATEGORIES;
  met: number;
  atRisk: number;
  missed: number;
  tracked: number;
  stale: number;
  error: number;
  noData: number;
  waived: number;
  /** Sum of weight times points, and of the weight, of the cells that count. */
  points: number;
  weight: number;
  /** Cells with a target, and of them those with a fresh verdict. */
  targeted: number;
  freshTargeted: number;
  worst?: { ref: string; score: number };
}

/** A day to be rolled up anew, with the mark when it became so. */
export interface DirtyDay {
  day: number;
  version: number;
}

/** Health of groups by day, and which days are yet to be rolled up. */
export interface HealthStore {
  markDirty(days: readonly number[]): Promise<void>;
  /** Latest first. */
  dirtyDays(): Promise<DirtyDay[]>;
  /** Forgets days, but for one that has become dirty again since. */
  clean(days: readonly DirtyDay[]): Promise<void>;
  ofDay(day: number, groups: readonly string[]): Promise<StoredHealth[]>;
  put(day: number, rows: readonly StoredHealth[]): Promise<void>;
  /** Removes rows of groups that the tree of the day does not have. */
  keepOnly(day: number, groups: readonly string[]): Promise<void>;
}
