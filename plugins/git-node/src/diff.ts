import { runGit } from './runGit';

/** What is different in a file. */
export interface FileDiff {
  path: string;
  kind: 'added' | 'changed' | 'removed';
  /** Unified, as git writes it. */
  diff: string;
}

const options = ['diff-tree', '-r', '--no-renames', '--no-ext-diff'];
const heading = 'diff --git ';
const kinds: Readonly<Record<string, FileDiff['kind']>> = {
  A: 'added',
  D: 'removed',
};

/** What turns one commit or tree into another, file by file in the order of their paths. */
export async function diffTrees(
  gitDir: string,
  from: string,
  to: string,
): Promise<FileDiff[]> {
  const names = await runGit([...options, '--name-status', '-z', from, to], {
    gitDir,
  });
  const patch = await runGit([...options, '--patch', from, to], { gitDir });
  const sections = sectionsOf(patch.out.toString());
  return pairsOf(names.out.toString()).map(([status, path], at) => ({
    path,
    kind: kinds[status] ?? 'changed',
    diff: sections[at],
  }));
}

/** Statuses and paths that follow each other, with a zero after each. */
function pairsOf(text: string): [status: string, path: string][] {
  const parts = text.split('\0').filter(Boolean);
  return parts.flatMap((status, at) =>
    at % 2 === 0 ? [[status, parts[at + 1]]] : [],
  );
}

/** One for each file: a file that becomes a link has two in a row, which belong together. */
function sectionsOf(patch: string): string[] {
  // Lines of a file begin with a space or a sign, so that none of them looks like a heading.
  const lines = patch.replace(/\n$/, '');
  const found = `\n${lines}`.split(`\n${heading}`).slice(1);
  const sections: string[] = [];
  let last: string | undefined;
  for (const text of found) {
    const [file] = text.split('\n', 1);
    const section = `${heading}${text}\n`;
    if (file === last) sections.push(`${sections.pop()}${section}`);
    else sections.push(section);
    last = file;
  }
  return sections;
}
