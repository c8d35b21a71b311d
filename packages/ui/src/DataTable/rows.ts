import { ReactNode } from 'react';

/** One column: the value that it sorts, filters and exports, and how a person sees it. */
export interface DataColumn<T> {
  id: string;
  label: string;
  value: (row: T) => string | number | undefined;
  /** What the filter finds and a CSV file holds; the value when left out. */
  text?: (row: T) => string | undefined;
  /** What stands in the cell; the value when left out. Never a link in the first column of a table with a row action. */
  render?: (row: T) => ReactNode;
  /** Figures: right-aligned, in tabular numerals. */
  numeric?: boolean;
  /** Any CSS width. */
  width?: string;
}

/** A cell as the filter and a CSV file have it. */
export function textOf<T>(
  { text, value }: DataColumn<T>,
  row: T,
): string | number | undefined {
  return (text ?? value)(row);
}

/** Which column orders the rows, and which way. */
export interface SortOrder {
  column: string;
  descending: boolean;
}

/** Reads an order from an address: `people` or `-people`. */
export function parseSort(text: string | null): SortOrder | undefined {
  if (!text) return undefined;
  return text.startsWith('-')
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false };
}

/** The order that a click on a column's head leads to: up, then down, then as the rows came. */
export function nextSort(
  current: SortOrder | undefined,
  column: string,
): string | undefined {
  if (current?.column !== column) return column;
  return current.descending ? undefined : `-${column}`;
}

const collator = new Intl.Collator('en', { numeric: true });

function compare(
  a: string | number | undefined,
  b: string | number | undefined,
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Rows that hold every word of the filter, in the wanted order; rows without a value come last both ways. */
export function arrangeRows<T>(
  rows: T[],
  columns: DataColumn<T>[],
  filter: string,
  sort: SortOrder | undefined,
): T[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = words.length
    ? rows.filter(row => {
        const text = columns
          .map(column => textOf(column, row) ?? '')
          .join('\n')
          .toLowerCase();
        return words.every(word => text.includes(word));
      })
    : rows;
  const by = columns.find(column => column.id === sort?.column);
  if (!by) return kept;
  const direction = sort?.descending ? -1 : 1;
  return [...kept].sort((left, right) => {
    const [a, b] = [by.value(left), by.value(right)];
    if (a === undefined || b === undefined) {
      return Number(a === undefined) - Number(b === undefined);
    }
    return direction * compare(a, b);
  });
}
