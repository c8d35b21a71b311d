import { HeatColumn } from './heatMapTypes';
import styles from './HeatMap.module.css';
import { LeafColumn } from './heatRows';

interface HeatHeadProps<TRow> {
  rowsLabel: string;
  columns: Array<HeatColumn<TRow>>;
  leaves: Array<LeafColumn<TRow>>;
  expanded: ReadonlySet<string>;
  onToggle?: (columnId: string) => void;
}

interface NameProps<TRow> {
  column: HeatColumn<TRow>;
  /** Its number among the columns in sight, from 1. */
  place: number;
  expanded: boolean;
  onToggle?: (columnId: string) => void;
}

function Name<TRow>({ column, place, expanded, onToggle }: NameProps<TRow>) {
  if (!column.parts?.length || !onToggle) return <>{column.label}</>;
  return (
    <button
      type="button"
      data-cell={place}
      tabIndex={-1}
      aria-expanded={expanded}
      className={styles.unfold}
      onClick={() => onToggle(column.id)}
    >
      <span
        aria-hidden="true"
        className={styles.chevron}
        data-open={expanded}
      />
      {column.label}
    </button>
  );
}

/** The names of the columns; those that unfold are buttons, and stand above their parts. */
export function HeatHead<TRow>(props: HeatHeadProps<TRow>) {
  const { rowsLabel, columns, leaves, expanded, onToggle } = props;
  const isUnfolded = ({ id, parts }: HeatColumn<TRow>) =>
    expanded.has(id) && parts !== undefined && parts.length > 0;
  const depth = columns.some(isUnfolded) ? 2 : 1;
  return (
    <thead className={styles.head}>
      <tr role="row" data-row>
        <th
          role="columnheader"
          scope="col"
          rowSpan={depth}
          className={styles.corner}
        >
          {rowsLabel}
        </th>
        {columns.map(column => (
          <th
            key={column.id}
            role="columnheader"
            scope={isUnfolded(column) ? 'colgroup' : 'col'}
            colSpan={isUnfolded(column) ? 1 + (column.parts?.length ?? 0) : 1}
            rowSpan={isUnfolded(column) ? 1 : depth}
            data-whole={isUnfolded(column) || undefined}
            data-pinned={column.pinned}
            data-tip={column.description}
          >
            <Name
              column={column}
              place={1 + leaves.findIndex(leaf => leaf.column === column)}
              expanded={isUnfolded(column)}
              onToggle={onToggle}
            />
          </th>
        ))}
      </tr>
      {depth === 2 && (
        <tr role="row">
          {leaves
            .filter(({ column, whole }) => whole ?? isUnfolded(column))
            .map(({ column, whole }) => (
              <th
                key={`${whole?.id}/${column.id}`}
                role="columnheader"
                scope="col"
                data-part
                data-tip={whole && (column.description ?? column.label)}
              >
                {whole ? column.label : 'overall'}
              </th>
            ))}
        </tr>
      )}
    </thead>
  );
}
