import type {
  Category,
  Freshness,
  NoDataPolicy,
  Parts,
  Verdict,
} from '@squadron/plugin-scorecards-common';
import type { CellKey } from './SampleStore';

/** How a KPI of an entity stands; moments are milliseconds. */
export interface StoredCell extends CellKey {
  /** Owns the entity. */
  group: string;
  category: Category;
  verdict: Verdict;
  freshness: Freshness;
  hasTarget: boolean;
  value?: number;
  badShare?: number;
  /** Of the window that ends with the latest sample. */
  parts?: Parts;
  text?: string;
  /** In canonical words. */
  target?: string;
  at?: number;
  since?: number;
  /** The last moment at which the value is fresh. */
  staleAt?: number;
  source?: string;
  waivedUntil?: number;
  reason: string;
  policy: NoDataPolicy;
  weight: number;
  /** What it counts for in a score, 0 to 1; nothing when it does not count. */
  points?: number;
  /** What the collector said when it last failed. */
  problem?: string;
}

/** Cells of one group and category that stand alike. */
export interface CellCount extends Pick<
  StoredCell,
  'group' | 'category' | 'verdict' | 'freshness' | 'hasTarget'
> {
  waived: boolean;
  cells: number;
  /** Sum of points times weight, and of the weight, of those that count. */
  points: number;
  weight: number;
}

/** The current state of each KPI of each entity. */
export interface CellStore {
  find(cells: readonly CellKey[]): Promise<StoredCell[]>;
  /** Cells in the order of their keys, from the one after a cell on. */
  page(after: CellKey | undefined, limit: number): Promise<StoredCell[]>;
  /** Cells of groups, counted by group, category and how they stand. */
  counts(groups: readonly string[]): Promise<CellCount[]>;
  ofKpis(kpis: readonly string[]): Promise<StoredCell[]>;
  /** Cells that are said to be fresh and no longer are. */
  overdue(now: number, limit: number): Promise<StoredCell[]>;
  /** Writes whole cells; waivers are left as they are. */
  put(cells: readonly StoredCell[]): Promise<void>;
  remove(cells: readonly CellKey[]): Promise<void>;
}
