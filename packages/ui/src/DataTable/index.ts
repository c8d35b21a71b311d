export { downloadCsv, toCsv } from './csv';
export { DataTable, type DataTableProps } from './DataTable';
export { type DataColumn } from './rows';
