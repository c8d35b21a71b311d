/** What sample data brings besides samples. */
export type SampleWorkKind = 'waiver' | 'campaign';

/** What came with sample data, so that it can leave. */
export interface SampleDataStore {
  /** When sample data was added, in milliseconds; 0 once it was removed; nothing before. */
  addedAt(): Promise<number | undefined>;
  /** Notes that it is being added, unless it was added or removed already; answers what holds. */
  begin(now: number): Promise<number>;
  /** Notes that it was added now, or removed (0), whatever was before. */
  mark(addedAt: number): Promise<void>;
  /** Stories of which the waiver or campaign came along already. */
  stories(): Promise<ReadonlySet<string>>;
  /** @param id - nothing when something real was in its place */
  keepWork(story: string, kind: SampleWorkKind, id?: string): Promise<void>;
  /** Deletes the waivers and campaigns that came along. */
  removeWork(): Promise<{ waivers: number; campaigns: number }>;
  /** KPIs that have samples of it. */
  kpis(): Promise<string[]>;
  /**
   * Deletes the samples of a KPI, the days and cells that nothing else is known of, and the changes
   * that they made. What is left of a day is to be added up anew.
   *
   * @returns how many samples there were
   */
  removeSamples(kpi: string, now: number): Promise<number>;
}
