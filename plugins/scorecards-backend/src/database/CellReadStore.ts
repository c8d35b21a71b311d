import type {
  Category,
  CellSort,
  CellState,
  Parts,
  Status,
} from '@squadron/plugin-scorecards-common';
import type { HealthCount } from '../domain/scoring';
import type { StoredCell } from './CellStore';
import type { CellKey } from './SampleStore';

/** What names, titles and codes a search has found; a cell fits when any of them does. */
export interface CellSearch {
  /** Part of the ref of an entity, in lower case. */
  text: string;
  kpis: readonly string[];
  groups: readonly string[];
}

/** What is left out does not narrow. */
export interface CellFilter {
  /** Refs of the groups that own the entities. */
  groups?: readonly string[];
  entities?: readonly string[];
  kpis?: readonly string[];
  categories?: readonly Category[];
  statuses?: readonly Status[];
  waived?: boolean;
  search?: CellSearch;
}

export interface CellOrder {
  sort: CellSort;
  order: 'asc' | 'desc';
}

/** The last cell of a page, with what it was sorted by; null where it has none, which is last. */
export interface CellPlace extends CellKey {
  key: string | number | null;
}

export interface PlacedCell {
  cell: StoredCell;
  place: CellPlace;
}

/** The states of all cells of one KPI. */
export interface KpiStates {
  kpi: string;
  /** Refs in no particular order. */
  entities: string[];
  /** Of each of these entities. */
  states: CellState[];
}

/** What the cells of one KPI add up to. */
export interface KpiSummary {
  kpi: string;
  entities: number;
  fresh: number;
  parts: Parts;
  health: HealthCount;
}

/** Reads the cells for pages, each with one statement, however many cells there are. */
export interface CellReadStore {
  /** Changes with every transaction that changes a cell or what is made of cells. */
  version(): Promise<string>;
  page(
    filter: CellFilter,
    order: CellOrder,
    options: { after?: CellPlace; limit: number },
  ): Promise<PlacedCell[]>;
  count(filter: CellFilter): Promise<number>;
  /** Cells that would raise a score, those first that would the most; without waived ones. */
  toFix(filter: CellFilter, limit: number): Promise<StoredCell[]>;
  /** Sum of the weights of all cells that count in a score. */
  weight(filter: CellFilter): Promise<number>;
  states(filter: CellFilter): Promise<KpiStates[]>;
  summaries(filter: CellFilter): Promise<KpiSummary[]>;
}
