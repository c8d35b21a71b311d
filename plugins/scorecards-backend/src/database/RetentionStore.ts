import type { CellKey } from './SampleStore';

/** Takes out what is older than anybody may ask, a little at a time. */
export interface RetentionStore {
  /** The next cells that have days, in the order of keys, each with the first of them. */
  cellsAfter(
    key: CellKey | undefined,
    limit: number,
  ): Promise<(CellKey & { day: number })[]>;
  /**
   * Takes out the first days of cells before a day, at most a week of each, with their samples and
   * corrections. The latest day of a cell stays however old it is, and its latest verdict that was one.
   *
   * @returns how many days it took out
   */
  removeDays(cells: readonly CellKey[], before: number): Promise<number>;
  /** Takes out some changes before a day; the latest of them of each cell stays. @returns how many */
  removeChanges(before: number): Promise<number>;
  /** Takes out the health of the first day that is before a day. @returns how many rows */
  removeHealth(before: number): Promise<number>;
}
