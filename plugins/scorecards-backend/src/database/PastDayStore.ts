import type { Verdict } from '@squadron/plugin-scorecards-common';
import type { DayKey } from './DayStore';
import type { CellKey } from './SampleStore';

/** A day as the sweep over the past needs it. */
export interface DayOfEntity {
  entity: string;
  day: number;
  at: number;
  verdict: Verdict;
}

export interface LastDayOfEntity extends DayOfEntity {
  /** The latest verdict that was one; nothing when there was none. */
  lastVerdict?: Verdict;
}

/** Days on which a waiver of a cell was in force; both ends are included. */
export interface WaivedDays extends CellKey {
  from: number;
  to: number;
}

/** Days of a KPI as work on the past reads them. */
export interface PastDayStore {
  /** What entities have of a KPI on one day. */
  onDay(
    kpi: string,
    entities: readonly string[],
    day: number,
  ): Promise<DayOfEntity[]>;
  /** The latest day of entities of a KPI before a day, with the latest verdict that was one. */
  lastBefore(
    kpi: string,
    entities: readonly string[],
    day: number,
  ): Promise<LastDayOfEntity[]>;
  /** Days of a KPI that have samples, in the order of their keys, from the one after a day on. */
  page(
    kpi: string,
    after: Pick<DayKey, 'entity' | 'day'> | undefined,
    limit: number,
  ): Promise<Pick<DayKey, 'entity' | 'day'>[]>;
  /** Waivers that were in force on one of these days for a while, also those that have ended since. */
  waived(from: number, to: number): Promise<WaivedDays[]>;
}
