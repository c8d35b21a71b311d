import { posix } from 'node:path';
import { urlOf } from '../render/links/sitePaths';
import { SiteProblem } from './problems';

/** Of files with the same address, such as `index.md` and `README.md`, one is shown. */
export function uniquePages(
  paths: readonly string[],
  docsDir: string,
): { paths: string[]; problems: SiteProblem[] } {
  const byUrl = new Map<string, string>();
  const problems: SiteProblem[] = [];
  const indexFirst = [...paths].sort(
    (a, b) => Number(isIndex(b)) - Number(isIndex(a)),
  );
  for (const path of indexFirst) {
    const first = byUrl.get(urlOf(path));
    if (first === undefined) {
      byUrl.set(urlOf(path), path);
    } else {
      problems.push({
        file: posix.join(docsDir, path),
        line: 0,
        severity: 'warning',
        message: `it has the same address as "${first}" and is left out: rename one of them`,
      });
    }
  }
  const kept = new Set(byUrl.values());
  return { paths: paths.filter(path => kept.has(path)), problems };
}

function isIndex(path: string): boolean {
  return /^index\.\w+$/.test(posix.basename(path));
}
