import type { Parts, Verdict } from '@squadron/plugin-scorecards-common';
import type { CellKey } from './SampleStore';

/** How a day of a cell was judged. */
export interface ReadDay extends CellKey {
  /** Days since 1970-01-01 UTC. */
  day: number;
  parts: Parts;
  value?: number;
  verdict: Verdict;
  /** In force then, in the unit of the value. */
  target?: number;
}

/** That a group counts for another one on some days, both ends included. */
export interface Membership {
  root: string;
  group: string;
  from: number;
  to: number;
}

/** What a day of everything below a group adds up to. */
export interface DayBelow {
  root: string;
  kpi: string;
  day: number;
  parts: Parts;
}

/** Reads days for trends and series, each with one statement. */
export interface DayReadStore {
  /** Days of cells, oldest first; both ends included. */
  ofCells(
    cells: readonly CellKey[],
    from: number,
    to: number,
  ): Promise<ReadDay[]>;
  /** What the entities of groups add up to by day, oldest first. */
  below(
    kpis: readonly string[],
    memberships: readonly Membership[],
    span: { from: number; to: number },
  ): Promise<DayBelow[]>;
}
