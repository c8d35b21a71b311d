import { SourceLine } from '../source/SourceLine';

/** Nobody reads more than this on one page, and parsing more would hold up everybody else. */
export const MOST_CHARACTERS = 2_000_000;
const DEEPEST_QUOTE = 50;
const DEEPEST_INDENT = 400;

/** What is wrong with a page as a whole; the page is replaced by a note that says it. */
export class UnreadablePage extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

export function tooLong(): UnreadablePage {
  return new UnreadablePage(
    0,
    `the page has more than ${MOST_CHARACTERS.toLocaleString('en')} characters with what it includes: split it`,
  );
}

/** Refuses what no parser of Markdown reads in reasonable time or depth. */
export function refuseUnreadable(lines: SourceLine[]): void {
  const size = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (size > MOST_CHARACTERS) throw tooLong();
  for (const { text, number } of lines) {
    const [prefix] = text.match(/^[\s>]*/) ?? [''];
    if (prefix.replace(/\s/g, '').length > DEEPEST_QUOTE) {
      throw new UnreadablePage(
        number,
        `quotes are nested more than ${DEEPEST_QUOTE} deep: write them flatter`,
      );
    }
    const [lists] = text.match(/^(?:\s*(?:[-+*]|\d{1,9}[.)])\s+)*/) ?? [''];
    if (lists.length > DEEPEST_INDENT) {
      throw new UnreadablePage(
        number,
        `lists are nested more than ${DEEPEST_INDENT} columns deep: write them flatter`,
      );
    }
  }
}
