import { KeyboardEvent, RefObject, useLayoutEffect } from 'react';

const CELL = '[data-cell]';
const ROW = '[data-row]';

function cellsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(CELL)];
}

const columnOf = (cell: HTMLElement) => Number(cell.dataset.cell);

function nearest(row: Element, column: number): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  for (const cell of cellsOf(row)) {
    if (
      !best ||
      Math.abs(columnOf(cell) - column) < Math.abs(columnOf(best) - column)
    ) {
      best = cell;
    }
  }
  return best;
}

function next(
  grid: HTMLElement,
  from: HTMLElement,
  key: string,
): HTMLElement | undefined {
  const row = from.closest(ROW);
  if (!row) return undefined;
  const cells = cellsOf(row);
  const rows = [...grid.querySelectorAll(ROW)];
  const column = columnOf(from);
  const below = (by: number) => {
    const target = rows[rows.indexOf(row) + by];
    return target && nearest(target, column);
  };
  switch (key) {
    case 'ArrowRight':
      return cells[cells.indexOf(from) + 1];
    case 'ArrowLeft':
      return cells[cells.indexOf(from) - 1];
    case 'ArrowDown':
      return below(1);
    case 'ArrowUp':
      return below(-1);
    case 'Home':
      return cells[0];
    case 'End':
      return cells.at(-1);
    default:
      return undefined;
  }
}

/**
 * Makes a grid one stop of the Tab key with arrow keys inside. Rows carry `data-row`, what takes the focus
 * `data-cell` with its column and `tabIndex={-1}`. The stop lives in the page, not in React's state: a grid
 * has a thousand marks, and an arrow key must not draw them all again.
 */
export function useRovingGrid(ref: RefObject<HTMLElement>) {
  useLayoutEffect(() => {
    const grid = ref.current;
    if (!grid || grid.querySelector(`${CELL}[tabindex="0"]`)) return;
    grid.querySelector<HTMLElement>(CELL)?.setAttribute('tabindex', '0');
  });
  return {
    onFocus: ({ target }: { target: Element }) => {
      const cell = target.closest<HTMLElement>(CELL);
      if (!cell || !ref.current) return;
      for (const old of ref.current.querySelectorAll(`${CELL}[tabindex="0"]`)) {
        old.setAttribute('tabindex', '-1');
      }
      cell.setAttribute('tabindex', '0');
    },
    onKeyDown: (event: KeyboardEvent) => {
      const cell =
        event.target instanceof Element
          ? event.target.closest<HTMLElement>(CELL)
          : null;
      if (!cell || !ref.current) return;
      const target = next(ref.current, cell, event.key);
      if (!target) return;
      event.preventDefault();
      target.focus();
    },
  };
}
