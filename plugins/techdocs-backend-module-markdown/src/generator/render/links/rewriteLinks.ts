import { posix } from 'node:path';
import type { Element, Parents } from 'hast';
import { eachElement } from '../hast';
import { PageLink, PageProblem } from '../types';
import { isPage, relativeUrl, urlOf } from './sitePaths';

export interface RewrittenLinks {
  links: PageLink[];
  problems: PageProblem[];
}

const attributes: [string[], string][] = [
  [['a'], 'href'],
  [['img', 'source', 'video', 'audio'], 'src'],
  [['video'], 'poster'],
];

/**
 * Writers link to files; readers follow addresses. Links to other files of the site are turned from one to
 * the other and told, so that whoever knows all pages can check where they lead.
 */
export function rewriteLinks(
  tree: Parents,
  path: string,
  lineOf: (line: number | undefined) => number,
): RewrittenLinks {
  const links: PageLink[] = [];
  const problems: PageProblem[] = [];
  eachElement(tree, node => {
    for (const [tagNames, attribute] of attributes) {
      const value = node.properties[attribute];
      if (!tagNames.includes(node.tagName) || typeof value !== 'string') {
        continue;
      }
      const line = lineOf(node.position?.start.line);
      const link = readLink(value, path, line, node.tagName !== 'a');
      if (link === 'outside') {
        problems.push({
          severity: 'error',
          line,
          message: `the link "${value}" leaves the docs folder`,
        });
      } else if (link) {
        links.push(link);
        node.properties[attribute] = addressOf(link, value, path);
      }
    }
    if (node.tagName === 'a') protectOpener(node);
  });
  return { links, problems };
}

function readLink(
  value: string,
  path: string,
  line: number,
  isAsset: boolean,
): PageLink | 'outside' | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(value) || value === '') return undefined;
  const [, way, hash] = value.match(/^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s) ?? [];
  const anchor = hash === undefined ? undefined : decode(hash);
  if (!way) {
    return { line, target: path, anchor, kind: 'source' };
  }
  const isSource = isAsset || posix.extname(way) !== '';
  const base = isSource ? posix.dirname(path) : urlOf(path);
  const target = posix.join(base, decode(way));
  if (target === '..' || target.startsWith('../')) return 'outside';
  return { line, target, anchor, kind: isSource ? 'source' : 'url' };
}

function addressOf(link: PageLink, value: string, path: string): string {
  const [, rest = ''] = value.match(/^[^?#]*(.*)$/s) ?? [];
  if (link.kind === 'url' || value.startsWith('#')) return value;
  const target = isPage(link.target) ? urlOf(link.target) : link.target;
  return `${relativeUrl(urlOf(path), target)}${rest}`;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function protectOpener({ properties }: Element): void {
  if (properties.target === '_blank') properties.rel = ['noopener'];
}
