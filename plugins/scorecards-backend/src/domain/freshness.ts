import type { Freshness } from '@squadron/plugin-scorecards-common';

/** What tells whether a value is of now; times in milliseconds. */
export interface FreshnessFacts {
  /** When the latest sample was taken. */
  at?: number;
  freshSeconds: number;
  now: number;
  /** Whether the last run of the collector failed for this KPI. */
  collectorFailed: boolean;
}

/** The last moment at which a sample is fresh. */
export function staleAt(at: number, freshSeconds: number): number {
  return at + freshSeconds * 1_000;
}

/** Whether a value is of now. A collector that fails is no error while what it last brought is fresh. */
export function freshnessOf(facts: FreshnessFacts): Freshness {
  const { at, freshSeconds, now, collectorFailed } = facts;
  if (at !== undefined && now <= staleAt(at, freshSeconds)) return 'fresh';
  if (collectorFailed) return 'error';
  return at === undefined ? 'no_data' : 'stale';
}
