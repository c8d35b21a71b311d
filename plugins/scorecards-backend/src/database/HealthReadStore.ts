import type { StoredHealth } from './HealthStore';

export interface DatedHealth extends StoredHealth {
  /** Days since 1970-01-01 UTC. */
  day: number;
}

/** Reads the health of groups by day, each with one statement. */
export interface HealthReadStore {
  /** Of the latest day up to this one, by category or in all categories together. */
  latest(
    groups: readonly string[],
    upTo: number,
    options?: { onlyAll: boolean },
  ): Promise<DatedHealth[]>;
  /** Of one group in all categories together, oldest first; both ends included. */
  range(group: string, from: number, to: number): Promise<DatedHealth[]>;
  /** Of groups in all categories together on some days. */
  onDays(
    groups: readonly string[],
    days: readonly number[],
  ): Promise<DatedHealth[]>;
}
