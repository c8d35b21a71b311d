import { SourceLine } from '../../source/SourceLine';
import { FenceTracker } from './fences';

export interface Abbreviations {
  body: SourceLine[];
  /** What each abbreviation stands for. */
  meanings: Map<string, string>;
}

/** Takes lines such as `*[RPO]: Recovery point objective` out of a text. */
export function readAbbreviations(lines: SourceLine[]): Abbreviations {
  const meanings = new Map<string, string>();
  const fences = new FenceTracker();
  const body = lines.filter(({ text }) => {
    if (fences.takes(text)) return true;
    const [, short, long] = text.match(/^ {0,3}\*\[([^\]]+)\]: *(.+)$/) ?? [];
    if (short === undefined) return true;
    meanings.set(short, long.trim());
    return false;
  });
  return { body, meanings };
}
