import { saveFile } from './saveFile';

/** Saves a table as `name.csv`; the byte order mark tells spreadsheets that it is UTF-8. */
export function downloadCsv(name: string, csv: string) {
  saveFile(`${name}.csv`, 'text/csv;charset=utf-8', `\ufeff${csv}`);
}
