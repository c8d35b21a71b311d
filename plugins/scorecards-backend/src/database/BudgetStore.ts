import type { EventCount } from '../domain/errorBudget';

/** Reads the events of a ratio, each with one statement, however many entities add up. */
export interface BudgetStore {
  /**
   * Events in windows that end now.
   *
   * @param seconds - length of each window
   */
  windows(
    kpi: string,
    entities: readonly string[],
    options: { now: number; seconds: readonly number[] },
  ): Promise<Map<number, EventCount>>;
  /** Events of each day that has some; both ends included. */
  byDay(
    kpi: string,
    entities: readonly string[],
    span: { from: number; to: number },
  ): Promise<Map<number, EventCount>>;
}
