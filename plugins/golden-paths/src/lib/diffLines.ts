/** What a line of a unified diff is: taken away, added, a conflict's mark, where it is, or as before. */
export type DiffLineKind = 'added' | 'removed' | 'mark' | 'place' | 'same';

export interface DiffLine {
  kind: DiffLineKind;
  text: string;
}

const conflict = /^[+ -]{0,2}(?:<{7}|={7}|>{7})/;

function kindOf(line: string): DiffLineKind {
  if (conflict.test(line)) return 'mark';
  if (line.startsWith('@@')) return 'place';
  if (line.startsWith('+')) return 'added';
  if (line.startsWith('-')) return 'removed';
  return 'same';
}

/** The lines of a unified diff of one file, without what git writes above them. */
export function diffLines(diff: string): DiffLine[] {
  const lines = diff.replace(/\n$/, '').split('\n');
  const first = lines.findIndex(line => line.startsWith('@@'));
  return lines
    .slice(Math.max(first, 0))
    .map(text => ({ kind: kindOf(text), text }));
}
