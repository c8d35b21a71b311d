import { posix } from 'node:path';
import { isPage, urlOf } from '../render/links/sitePaths';
import { NavEntry } from './navEntries';
import { SiteProblem } from './problems';
import { SitePage } from './SitePage';

/** A part of the navigation: a page, a section of other parts, or an address elsewhere. */
export type NavItem =
  | { title: string; page: SitePage }
  | { title: string; href: string }
  | { title: string; children: NavItem[] };

export interface Navigation {
  items: NavItem[];
  /** In the order in which they are read. */
  order: SitePage[];
  problems: SiteProblem[];
}

/** The navigation that `mkdocs.yml` asks for, or one that follows the folders. */
export function navigationOf(
  pages: readonly SitePage[],
  entries: NavEntry[] | undefined,
  configFile: string,
): Navigation {
  const problems: SiteProblem[] = [];
  const items = entries
    ? fromEntries(entries, pages, (line, message) =>
        problems.push({ file: configFile, line, severity: 'error', message }),
      )
    : fromFolders(pages);
  const order = pagesIn(items);
  return { items, order: [...new Set(order)], problems };
}

export function pagesIn(items: NavItem[]): SitePage[] {
  return items.flatMap(item => {
    if ('page' in item) return [item.page];
    return 'children' in item ? pagesIn(item.children) : [];
  });
}

function fromEntries(
  entries: NavEntry[],
  pages: readonly SitePage[],
  complain: (line: number, message: string) => void,
): NavItem[] {
  const byPath = new Map(pages.map(page => [page.path, page]));
  const read = ({ title, target, children, line }: NavEntry): NavItem[] => {
    if (children) {
      const parts = children.flatMap(read);
      return title === undefined || parts.length === 0
        ? parts
        : [{ title, children: parts }];
    }
    if (target === undefined) return [];
    const page = byPath.get(posix.normalize(target));
    if (page) return [{ title: title ?? page.title, page }];
    if (/^(https?:\/\/|\/)/.test(target)) {
      return [{ title: title ?? target, href: target }];
    }
    complain(
      line,
      `the page "${target}" of the navigation is not there${isPage(target) ? '' : ': name a Markdown file'}`,
    );
    return [];
  };
  return entries.flatMap(read);
}

interface Folder {
  pages: SitePage[];
  folders: Map<string, Folder>;
}

function fromFolders(pages: readonly SitePage[]): NavItem[] {
  const root: Folder = { pages: [], folders: new Map() };
  for (const page of pages) {
    let folder = root;
    for (const name of posix.dirname(page.path).split('/')) {
      if (name === '.') break;
      const inner: Folder = folder.folders.get(name) ?? {
        pages: [],
        folders: new Map(),
      };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.pages.push(page);
  }
  return itemsOf(root);
}

function itemsOf({ pages, folders }: Folder): NavItem[] {
  const isIndex = ({ path, url }: SitePage) =>
    url === urlOf(posix.join(posix.dirname(path), 'index.md'));
  const ordered = [
    ...pages.filter(isIndex),
    ...pages.filter(page => !isIndex(page)),
  ];
  return [
    ...ordered.map(page => ({ title: page.title, page })),
    ...[...folders].map(([name, folder]) => ({
      title: titleOfName(name),
      children: itemsOf(folder),
    })),
  ];
}

/** A title for what has only the name of its file or folder. */
export function titleOfName(name: string): string {
  const words = name.replace(/\.\w+$/, '').replace(/[-_]+/g, ' ');
  return words === words.toLowerCase()
    ? `${words.charAt(0).toUpperCase()}${words.slice(1)}`
    : words;
}
