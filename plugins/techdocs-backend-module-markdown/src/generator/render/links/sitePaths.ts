import { posix } from 'node:path';

const page = /\.(md|markdown)$/i;

/** Whether a file of the docs folder is a page. */
export function isPage(path: string): boolean {
  return page.test(path);
}

/** The address of a page within its site: `a/b.md` is `a/b/`, and `a/index.md` or `a/README.md` is `a/`. */
export function urlOf(path: string): string {
  const folder = posix.dirname(path);
  const name = posix.basename(path).replace(page, '');
  const isIndex = name === 'index' || name.toLowerCase() === 'readme';
  const url = isIndex ? folder : posix.join(folder, name);
  return url === '.' ? '' : `${url}/`;
}

/** The way from one address within the site to another, for a link. */
export function relativeUrl(from: string, to: string): string {
  const relative = posix.relative(`/${from}`, `/${to}`) || '.';
  // A file called `javascript:x` must not become an address of that scheme.
  const way = /^[^/]*:/.test(relative) ? `./${relative}` : relative;
  return to.endsWith('/') || to === '' ? `${way}/` : way;
}
