import {
  Category,
  Health,
  MatrixRow,
  RowCell,
  statuses,
  Status,
} from '@squadron/plugin-scorecards-common';
import { lastWaivedDay } from './days';
import { healthMark, Mark, markOf, statusWords, targeted } from './marks';
import { withSigns } from './withSigns';

/** One field of the heat map: a mark, a few characters, and the whole of it in words. */
export interface HeatField {
  mark: Mark;
  text: string;
  title: string;
  /** The only cell behind it, where there is only one. */
  cell?: RowCell;
}

/** Cells by the group that owns them. */
export type CellsByGroup = ReadonlyMap<string, RowCell[]>;

export function cellsByGroup(cells: readonly RowCell[]): CellsByGroup {
  const groups = new Map<string, RowCell[]>();
  for (const cell of cells) {
    const known = groups.get(cell.group);
    if (known) known.push(cell);
    else groups.set(cell.group, [cell]);
  }
  return groups;
}

const healthFields = {
  missed: 'missed',
  at_risk: 'atRisk',
  met: 'met',
  error: 'error',
  stale: 'stale',
  no_data: 'noData',
  tracked: 'tracked',
} as const satisfies Record<Status, keyof Health>;

/** How many cells stand behind a health; of the chosen states, where some are. */
export function cellCount(
  health: Health | null,
  chosen: readonly Status[] = [],
): number {
  if (!health) return 0;
  const counted = chosen.length === 0 ? statuses : chosen;
  return counted.reduce((sum, status) => sum + health[healthFields[status]], 0);
}

/** What opens by itself: what only holds the divisions and departments. */
export function opensByItself({ type, depth }: MatrixRow): boolean {
  return depth === 0 || type === 'organization' || type === 'group';
}

/** The rows that have a cell in sight, of themselves or below them. */
export function measuredRows(
  rows: readonly MatrixRow[],
  chosen: readonly Status[],
): MatrixRow[] {
  return rows.filter(({ cells }) =>
    cells.some(cell => cellCount(cell, chosen) > 0),
  );
}

/** A cell in words: `API uptime: 99.97 %, target >= 99.95%, met. …`. */
function sentence(cell: RowCell): string {
  const value = cell.text ?? 'no value';
  const target = cell.target ? `target ${cell.target}` : 'no target';
  const waived = cell.waivedUntil
    ? `, waived until ${lastWaivedDay(cell.waivedUntil)}`
    : '';
  return withSigns(
    `${cell.title}: ${value}, ${target}, ${statusWords[cell.status]}${waived}. ${cell.reason}`,
  );
}

/** The field of one cell. */
export function cellField(cell: RowCell): HeatField {
  const mark = markOf(cell);
  return { mark, text: cell.text ?? '', title: sentence(cell), cell };
}

/** The field of a group and a category; nothing where the group and all below it have no such cell. */
export function categoryField(
  row: MatrixRow,
  column: number,
  category: Category,
  own: CellsByGroup,
): HeatField | undefined {
  const health = row.cells[column];
  const count = cellCount(health);
  if (!health || count === 0) return undefined;
  const cells = (own.get(row.ref) ?? []).filter(
    cell => cell.category === category,
  );
  if (count === 1 && cells.length === 1) return cellField(cells[0]);
  const mark = healthMark(health);
  const targets = targeted(health);
  return {
    mark,
    // What has no target can neither hold nor miss one.
    text: targets > 0 ? `${health.met}/${targets}` : String(count),
    title: `${row.title}, ${category}: ${mark.words}${
      health.waived ? `, ${health.waived} waived` : ''
    }`,
  };
}

/** The KPIs of a category, by title, that the rows in sight may open a column for. */
export function kpisOf(
  cells: readonly RowCell[],
  category: string,
): { id: string; title: string }[] {
  const kpis = new Map<string, string>();
  for (const cell of cells) {
    if (cell.category === category) kpis.set(cell.kpi, cell.title);
  }
  return [...kpis]
    .map(([id, title]) => ({ id, title }))
    .sort((a, b) => a.title.localeCompare(b.title));
}
