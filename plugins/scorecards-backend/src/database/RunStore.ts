import type { Run, RunState } from '@squadron/plugin-scorecards-common';

/** A run with its times in milliseconds. */
export interface StoredRun extends Omit<Run, 'startedAt' | 'finishedAt'> {
  startedAt: number;
  finishedAt?: number;
}

/** Where a page of runs starts: after this one. */
export interface RunPosition {
  startedAt: number;
  id: string;
}

export interface RunFilter {
  collector?: string;
  state?: RunState;
  after?: RunPosition;
  limit: number;
}

/** Runs of collectors, who runs one now, and up to when each KPI was collected. */
export interface RunStore {
  /**
   * Begins a run unless the collector runs already. A run whose holder is dead is ended as failed first.
   *
   * @param until - how long the lease holds, in milliseconds
   * @returns whether it is this run's turn
   */
  begin(run: StoredRun, until: number): Promise<boolean>;
  /** Whether the run still holds the lease, and holds it until then. */
  renew(run: StoredRun, until: number): Promise<boolean>;
  /** Keeps what became of a run, and gives its lease back. */
  finish(run: StoredRun): Promise<void>;
  /** The run that holds the lease of a collector. */
  running(collector: string): Promise<StoredRun | undefined>;
  /** The latest runs of each collector, latest first. */
  latest(most: number): Promise<StoredRun[]>;
  /** When each collector last ended well, in milliseconds. */
  lastOk(): Promise<Map<string, number>>;
  list(filter: RunFilter): Promise<StoredRun[]>;
  count(filter: Omit<RunFilter, 'after' | 'limit'>): Promise<number>;
  /** Up to when KPIs were collected, in milliseconds; those that never were are left out. */
  collectedUntil(kpis: readonly string[]): Promise<Map<string, number>>;
  setCollected(kpis: readonly string[], until: number): Promise<void>;
  /** KPIs that have a sample, wherever it came from. */
  measuredKpis(): Promise<Set<string>>;
  /** Forgets runs that began earlier. */
  prune(before: number): Promise<void>;
}
