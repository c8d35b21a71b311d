import styles from './DataTable.module.css';
import { DataColumn, SortOrder } from './rows';

interface DataHeadProps<T> {
  columns: DataColumn<T>[];
  sort: SortOrder | undefined;
  onSort: (column: string) => void;
}

function order(sort: SortOrder | undefined, column: string) {
  if (sort?.column !== column) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

const arrows = { ascending: '↑', descending: '↓' };

/** The head of a table; each column's name is the button that sorts by it. */
export function DataHead<T>({ columns, sort, onSort }: DataHeadProps<T>) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, label, numeric, width }) => {
          const direction = order(sort, id);
          return (
            <th
              key={id}
              scope="col"
              aria-sort={direction}
              data-numeric={numeric}
              style={{ width }}
            >
              <button
                type="button"
                className={styles.sort}
                onClick={() => onSort(id)}
              >
                {label}
                <span aria-hidden="true" className={styles.arrow}>
                  {direction && arrows[direction]}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
