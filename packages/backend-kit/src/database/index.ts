export {
  bulkRows,
  type BulkColumns,
  type BulkColumnType,
  type BulkRow,
} from './bulkRows';
export { isSqlite } from './isSqlite';
export { openDatabase } from './openDatabase';
