import type { Category } from '@squadron/plugin-scorecards-common';
import type { GroupHealth } from '../domain/scoring';

/** Stands for all categories together. */
export const ALL_CATEGORIES = '*';

/** Health of a group with all that is below it. */
export interface StoredHealth extends GroupHealth {
  group: string;
  category: Category | typeof ALL_CATEGORIES;
}

/** A day to be rolled up anew, with the mark when it became so. */
export interface DirtyDay {
  /** Days since 1970-01-01 UTC. */
  day: number;
  version: number;
}

/** Health of groups by day, and which days are yet to be rolled up. */
export interface HealthStore {
  markDirty(days: readonly number[]): Promise<void>;
  /** Oldest first. */
  dirtyDays(): Promise<DirtyDay[]>;
  /** Forgets days, but for one that has become dirty again since; answers how many. */
  clean(days: readonly DirtyDay[]): Promise<number>;
  ofDay(day: number, groups: readonly string[]): Promise<StoredHealth[]>;
  put(day: number, rows: readonly StoredHealth[]): Promise<void>;
  remove(
    day: number,
    rows: readonly Pick<StoredHealth, 'group' | 'category'>[],
  ): Promise<void>;
  /** Groups that have a row on the day. */
  groupsOf(day: number): Promise<string[]>;
}
