import { KeyboardEvent } from 'react';
import { HeatRow } from './heatMapTypes';
import { HeatLine } from './heatRows';

/** What a key asks of the tree, beyond moving to the next cell. */
export type TreeMove =
  | { do: 'toggle'; row: string }
  | { do: 'focus'; row: string }
  | { do: 'edge'; end: 'first' | 'last' };

/** The keys of an ARIA treegrid: right and left on a row's name unfold and fold it, or lead to the row above. */
export function treeMove<TRow extends HeatRow>(
  { key, ctrlKey, target }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'target'>,
  lineOf: (rowId: string) => HeatLine<TRow> | undefined,
): TreeMove | undefined {
  if (!(target instanceof Element)) return undefined;
  if (ctrlKey && key === 'Home') return { do: 'edge', end: 'first' };
  if (ctrlKey && key === 'End') return { do: 'edge', end: 'last' };
  const cell = target.closest<HTMLElement>('[data-cell="0"]');
  const id = cell?.closest<HTMLElement>('[data-row]')?.dataset.row;
  const line = id === undefined ? undefined : lineOf(id);
  if (!line) return undefined;
  const { row, expanded, parent } = line;
  const isPlain = cell?.tagName === 'TH';
  if (key === 'ArrowRight' && expanded === false) {
    return { do: 'toggle', row: row.id };
  }
  if (key === 'Enter' && isPlain && expanded !== undefined) {
    return { do: 'toggle', row: row.id };
  }
  if (key !== 'ArrowLeft') return undefined;
  if (expanded) return { do: 'toggle', row: row.id };
  return parent === undefined ? undefined : { do: 'focus', row: parent };
}
