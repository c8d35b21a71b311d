import { posix } from 'node:path';
import { PageLink } from '../render/types';
import { isPage, urlOf } from '../render/links/sitePaths';
import { SiteProblem } from './problems';
import { SitePage } from './SitePage';

/** Says which links lead to a page, a file or an anchor that the site does not have. */
export function checkLinks(
  pages: readonly SitePage[],
  assets: readonly string[],
  docsDir: string,
): SiteProblem[] {
  const files = new Set(assets);
  const byUrl = new Map(pages.map(page => [page.url, page]));
  const ids = new Map(
    pages.map(page => [page, new Set(page.content.ids)] as const),
  );
  const wrongWith = ({ target, anchor, kind }: PageLink) => {
    const url = kind === 'url' ? asFolder(target) : urlOf(target);
    const page = kind === 'url' || isPage(target) ? byUrl.get(url) : undefined;
    if (!page) {
      const known = files.has(target.replace(/\/$/, ''));
      return known ? undefined : `the link to "${target}" leads nowhere`;
    }
    return anchor && !ids.get(page)?.has(anchor)
      ? `"${page.path}" has nothing called "#${anchor}"`
      : undefined;
  };
  return pages.flatMap(({ path, content }) =>
    content.links.flatMap(link => {
      const message = wrongWith(link);
      return message === undefined
        ? []
        : [
            {
              file: posix.join(docsDir, path),
              line: link.line,
              severity: 'warning' as const,
              message,
            },
          ];
    }),
  );
}

function asFolder(target: string): string {
  return target === '.' || target === './' ? '' : target.replace(/\/*$/, '/');
}
