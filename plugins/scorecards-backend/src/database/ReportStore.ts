import type { Report, Verdict } from '@squadron/plugin-scorecards-common';
import type { CellChange } from '../domain/changes';
import type { CellKey } from './SampleStore';

/** A change of a verdict, with what a reader wants to know of it. */
export interface ReportedChange extends CellChange {
  text?: string;
  target?: string;
  reason: string;
}

/** A cell that is missed, or was at the end of a day. */
export interface MissedCell extends CellKey {
  /** What it was before; nothing when that is not known. */
  from?: Verdict;
  /** Since when it is missed as far as is known, in milliseconds. */
  at: number;
  text?: string;
  target?: string;
  reason?: string;
  value?: number;
  badShare?: number;
}

/** Which part of the tree a report is about, and how much of it is told. */
export interface ReportScope {
  groups: readonly string[];
  limit: number;
}

/** Reads what a report tells, each with one statement. */
export interface ReportStore {
  /** Changes from one moment until before another one, oldest first. */
  changes(
    span: { from: number; to: number },
    scope: ReportScope,
  ): Promise<ReportedChange[]>;
  /** What is missed now; what counts most and lasts longest comes first. */
  missedNow(scope: ReportScope): Promise<MissedCell[]>;
  /**
   * What was missed at the end of a day.
   *
   * @param kpis - with the days for which a verdict counts when no new sample comes
   */
  missedOn(
    day: number,
    kpis: ReadonlyArray<{ kpi: string; freshDays: number }>,
    scope: ReportScope,
  ): Promise<MissedCell[]>;
  /** How often each collector ran, and how often it failed; those that never ran are left out. */
  runs(span: { from: number; to: number }): Promise<Report['collectors']>;
}
