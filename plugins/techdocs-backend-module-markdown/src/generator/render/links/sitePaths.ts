import { posix } from 'node:path';

const page = /\.(md|markdown)$/i;

/** Whether a file of the docs folder is a page. */
export function isPage(path: string): boolean {
  return page.test(path);
}

/** The address of a page within its site: `a/b.md` is `a/b/`, and `a/index.md` or `a/README.md` is `a/`. */
export function urlOf(path: string): string {
  const folder = posix.dirname(posix.normalize(path));
  const name = posix.basename(path).replace(page, '');
  const isIndex = name === 'index' || name.toLowerCase() === 'readme';
  const url = isIndex ? folder : posix.join(folder, name);
  return url === '.' ? '' : `${url}/`;
}

/** Makes a path safe within an address: a `#` or `?` in the name of a file is part of the name. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The way from one address within the site to another, encoded for a link. */
export function relativeUrl(from: string, to: string): string {
  const relative = posix.relative(`/${from}`, `/${to}`) || '.';
  // A file called `javascript:x` must not become an address of that scheme.
  const way = /^[^/]*:/.test(relative) ? `./${relative}` : relative;
  return encodePath(to.endsWith('/') || to === '' ? `${way}/` : way);
}
