export { isSqlite } from './isSqlite';
export { openDatabase } from './openDatabase';
