import { saveFile } from './saveFile';

const formulaStart = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/;

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless)
    ? `"${harmless.replace(/"/g, '""')}"`
    : harmless;
}

/**
 * A table as CSV (RFC 4180). Text that a spreadsheet would run as a formula
 * gets an apostrophe in front; numbers stay numbers.
 */
export function toCsv(
  header: string[],
  rows: Array<Array<string | number | undefined>>,
): string {
  return [header, ...rows]
    .map(row => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

/** Saves a table as `name.csv`; the byte order mark tells spreadsheets that it is UTF-8. */
export function downloadCsv(name: string, csv: string) {
  saveFile(`${name}.csv`, 'text/csv;charset=utf-8', `\ufeff${csv}`);
}
