export { DataTable, type DataTableProps } from './DataTable';
export { type DataColumn } from './rows';
