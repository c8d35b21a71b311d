import { posix } from 'node:path';
import { urlOf } from '../render/links/sitePaths';
import { SiteProblem } from './problems';
import { SitePage } from './SitePage';

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

/** Files that stand where a page has its folder, such as `LICENSE` beside `LICENSE.md`, give way to it. */
export function freeAssets(
  assets: readonly string[],
  pages: readonly SitePage[],
  docsDir: string,
): { assets: string[]; problems: SiteProblem[] } {
  const taken = new Map<string, string>();
  for (const { url, path } of pages) {
    taken.set(`${url}index.html`, path);
    // Every folder on the way to a page is one.
    for (
      let end = url.indexOf('/');
      end >= 0;
      end = url.indexOf('/', end + 1)
    ) {
      taken.set(url.slice(0, end), path);
    }
  }
  return {
    assets: assets.filter(path => !taken.has(path)),
    problems: assets
      .filter(path => taken.has(path))
      .map(path => ({
        file: posix.join(docsDir, path),
        line: 0,
        severity: 'warning',
        message: `it stands where the page "${taken.get(path)}" has its place and is left out: rename one of them`,
      })),
  };
}

function isIndex(path: string): boolean {
  return /^index\.\w+$/.test(posix.basename(path));
}
