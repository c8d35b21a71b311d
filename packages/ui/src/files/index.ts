export { downloadCsv, toCsv } from './csv';
export { saveFile } from './saveFile';
