/** A line of Markdown with the number of the line in the file that it stems from, counted from 1. */
export interface SourceLine {
  text: string;
  number: number;
}

export function linesOf(source: string): SourceLine[] {
  return source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ text, number: index + 1 }));
}
