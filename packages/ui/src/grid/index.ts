export { GapRow } from './GapRow';
export { useRovingGrid } from './useRovingGrid';
export { useRowWindow } from './useRowWindow';
