export { CellDrawer } from './CellDrawer';
export { CellTable } from './CellTable';
