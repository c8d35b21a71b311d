export { toCsv } from '@squadron/contract';
export { downloadCsv } from './csv';
export { saveFile } from './saveFile';
export { sizeInWords } from './sizeInWords';
