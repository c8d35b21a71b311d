import type { Parts } from '@squadron/plugin-scorecards-common';

/** A KPI of one entity. */
export interface CellKey {
  kpi: string;
  /** Full ref. */
  entity: string;
}

export interface SampleKey extends CellKey {
  /** When it was taken, in milliseconds. */
  at: number;
}

export interface StoredSample extends SampleKey, Parts {
  /** `push`, the id of a collector, `sample`, `csv`. */
  source: string;
  receivedAt: number;
}

/** That a sample came again with another value. */
export interface Correction extends SampleKey {
  before: Parts;
  after: Parts;
  correctedAt: number;
  /** Entity ref of a person, or name of a service. */
  correctedBy: string;
}

/** What was measured, as it came in. */
export interface SampleStore {
  find(keys: readonly SampleKey[]): Promise<StoredSample[]>;
  /** Adds samples; one that is there with the same key takes the new values. */
  put(samples: readonly StoredSample[]): Promise<void>;
  addCorrections(corrections: readonly Correction[]): Promise<void>;
}
