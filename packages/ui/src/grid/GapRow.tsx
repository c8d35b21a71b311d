interface GapRowProps {
  /** How many rows it stands for. */
  rows: number;
  rowHeight: number;
  columns: number;
}

/** Keeps the place of rows that are not in the page. */
export function GapRow({ rows, rowHeight, columns }: GapRowProps) {
  if (rows === 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: rows * rowHeight, padding: 0 }} />
    </tr>
  );
}
