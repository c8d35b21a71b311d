import type { Parts, Verdict } from '@squadron/plugin-scorecards-common';
import type { CellKey } from './SampleStore';

export interface DayKey extends CellKey {
  /** Days since 1970-01-01 UTC. */
  day: number;
}

/** A day of which samples came in, and how its KPI makes a value of samples. */
export interface TouchedDay extends DayKey {
  /** Days that make the value, at least 1. */
  windowDays: number;
  /** Whether the day counts as its latest sample alone. */
  latestOnly: boolean;
}

/** What a day, or the window that ends on it, adds up to. */
export interface DaySum extends DayKey {
  parts: Parts;
  /** When the latest sample of the day was taken. */
  at: number;
}

/** How a day was judged by the window that ends on it. */
export interface JudgedDay extends DayKey {
  value?: number;
  badShare?: number;
  verdict: Verdict;
  /** In force then, in the unit of the value. */
  target?: number;
}

export interface LatestDayRequest extends CellKey {
  /** The next day is looked for after this one. */
  after: number;
}

/** The latest day on which a cell was measured. */
export interface LatestDay extends DayKey {
  at: number;
  source: string;
  /** The latest verdict that was one; nothing when there was none. */
  lastVerdict?: Verdict;
  /** The first day with samples after the one that was asked about. */
  nextDay?: number;
}

/** What the samples of each day add up to, and how the day was judged. */
export interface DayStore {
  /** Adds the samples of the days up. */
  sumsOf(days: readonly TouchedDay[]): Promise<DaySum[]>;
  /** Writes what days add up to and how they were judged. */
  put(days: readonly (DaySum & JudgedDay)[]): Promise<void>;
  /** Windows that hold one of the days, oldest first: those of the days, and of later days that have samples. */
  windows(days: readonly TouchedDay[]): Promise<DaySum[]>;
  /** Judges days that are there anew. */
  judge(days: readonly JudgedDay[]): Promise<void>;
  latest(cells: readonly LatestDayRequest[]): Promise<LatestDay[]>;
}
