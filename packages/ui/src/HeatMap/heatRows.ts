import { HeatColumn, HeatRow } from './heatMapTypes';

/** A row in sight with its place among its siblings. */
export interface HeatLine<TRow> {
  row: TRow;
  parent?: string;
  expanded?: boolean;
  /** From 1. */
  position: number;
  siblings: number;
}

/** The rows whose ancestors are all expanded. */
export function visibleLines<TRow extends HeatRow>(
  rows: TRow[],
  expanded: ReadonlySet<string>,
): Array<HeatLine<TRow>> {
  const lines: Array<HeatLine<TRow>> = [];
  const path: TRow[] = [];
  const groups = new Map<string | undefined, Array<HeatLine<TRow>>>();
  rows.forEach((row, index) => {
    while (path.length > 0 && path[path.length - 1].depth >= row.depth) {
      path.pop();
    }
    const isVisible = path.every(({ id }) => expanded.has(id));
    const parent = path.at(-1)?.id;
    path.push(row);
    if (!isVisible) return;
    const hasRowsBelow = (rows[index + 1]?.depth ?? 0) > row.depth;
    const canExpand = row.expandable ?? hasRowsBelow;
    const group = groups.get(parent) ?? [];
    groups.set(parent, group);
    const line: HeatLine<TRow> = {
      row,
      parent,
      expanded: canExpand ? expanded.has(row.id) : undefined,
      position: group.length + 1,
      siblings: 0,
    };
    group.push(line);
    lines.push(line);
  });
  for (const group of groups.values()) {
    for (const line of group) line.siblings = group.length;
  }
  return lines;
}

/** A column in sight. */
export interface LeafColumn<TRow> {
  column: HeatColumn<TRow>;
  /** The column that it is a part of. */
  whole?: HeatColumn<TRow>;
}

/** The columns from left to right, with the parts of those that are expanded behind the whole. */
export function leafColumns<TRow>(
  columns: Array<HeatColumn<TRow>>,
  expanded: ReadonlySet<string>,
): Array<LeafColumn<TRow>> {
  return columns.flatMap(column => [
    { column },
    ...(expanded.has(column.id) ? (column.parts ?? []) : []).map(part => ({
      column: part,
      whole: column,
    })),
  ]);
}
