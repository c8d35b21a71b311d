export { toCsv, toCsvLine } from '@squadron/contract';
export type { CsvColumns } from './header';
export { readCsv, type CsvOptions, type CsvRow } from './readCsv';
export type { TextSource } from './text';
