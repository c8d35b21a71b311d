import { ReactNode } from 'react';
import { Status } from '../StatusMark';

/** A row of a heat map. Rows come in the order of the tree: each one before what is below it. */
export interface HeatRow {
  id: string;
  label: string;
  /** 0 at the top. */
  depth: number;
  /** Has rows below it, also when they are not among the rows yet. */
  expandable?: boolean;
}

/** What a cell says. */
export interface HeatCell {
  status: Status;
  /** A few letters beside the mark, such as "99.97". */
  text?: string;
  /** The whole story in words: value, target, age; for a cell without data the reason. */
  description?: string;
  /** The value is old: it shows greyed, and the description says how old it is. */
  stale?: boolean;
}

/** A column of a heat map. */
export interface HeatColumn<TRow> {
  id: string;
  label: string;
  /** What the column means, on hover. */
  description?: string;
  /** The columns that it unfolds into, such as the KPIs of a category. */
  parts?: Array<HeatColumn<TRow>>;
  /** Draws the cells in place of a mark; nothing in them may take the focus. */
  render?: (row: TRow) => ReactNode;
  /** Stays at the right edge while what is left of it scrolls; for one column. */
  pinned?: boolean;
}

export interface HeatMapProps<TRow extends HeatRow> {
  /** What the map shows, such as "Health by squad and category"; a screen reader hears it. */
  label: string;
  /** The head of the first column, such as "Group". */
  rowsLabel: string;
  rows: TRow[];
  columns: Array<HeatColumn<TRow>>;
  /** Nothing where the column does not apply to the row. */
  cellOf: (row: TRow, columnId: string) => HeatCell | undefined;
  /** The ids of the rows that show what is below them. */
  expanded: ReadonlySet<string>;
  onToggle: (rowId: string) => void;
  /** The ids of the columns that show their parts. */
  expandedColumns?: ReadonlySet<string>;
  onToggleColumn?: (columnId: string) => void;
  /** Where the name of a row leads. */
  rowHref?: (row: TRow) => string | undefined;
  /** Told when somebody follows the name of a row, which is a link. */
  onRowFollow?: (row: TRow) => void;
  /** The row whose name takes the focus when the map comes into the page, unless something else has it. */
  focusedRow?: string;
  /** What the name of a row opens, such as a drawer. */
  onRowAction?: (row: TRow) => void;
  /** Where a cell with a mark leads. */
  cellHref?: (row: TRow, columnId: string) => string | undefined;
  /** What a cell with a mark opens. */
  onCellAction?: (row: TRow, columnId: string) => void;
}
