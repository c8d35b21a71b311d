import { useVirtualizer } from '@tanstack/react-virtual';
import { RefObject } from 'react';

interface RowWindowInput<T> {
  rows: T[];
  /** What scrolls. */
  frame: RefObject<HTMLElement>;
  /** Up to so many rows, all are in the page. */
  longFrom: number;
  /** In pixels; all rows are equally high. */
  rowHeight: number;
}

/** The rows that are in the page, and how many are left out above and below. */
export interface RowWindow<T> {
  long: boolean;
  first: number;
  visible: T[];
  below: number;
  scrollTo: (index: number) => void;
}

/** Keeps a long table light: only the rows in view, and some around them, are in the page. */
export function useRowWindow<T>(input: RowWindowInput<T>): RowWindow<T> {
  const { rows, frame, longFrom, rowHeight } = input;
  const long = rows.length > longFrom;
  const virtualizer = useVirtualizer({
    count: long ? rows.length : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const scrollTo = (index: number) => virtualizer.scrollToIndex(index);
  if (!long) return { long, first: 0, visible: rows, below: 0, scrollTo };
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const visible = items.map(({ index }) => rows[index]);
  const below = rows.length - first - visible.length;
  return { long, first, visible, below, scrollTo };
}
