import { escapeHtml } from '../page/html';
import { relativeUrl } from '../render/links/sitePaths';
import { Navigation } from './navigation';
import { SiteConfig } from './siteConfig';
import { SitePage } from './SitePage';

/** A site without an `index.md` begins with the list of its pages. */
export function homePage(
  { siteName, siteDescription }: SiteConfig,
  { order }: Navigation,
): SitePage {
  const list = order.map(
    ({ url, title }) =>
      `<li><a href="${escapeHtml(relativeUrl('', url))}">${escapeHtml(title)}</a></li>`,
  );
  const html = [
    `<p>${escapeHtml(siteDescription)}</p>`,
    order.length > 0
      ? `<ul>${list.join('')}</ul>`
      : '<p>There are no pages yet: add Markdown files to the docs folder.</p>',
  ];
  return {
    path: 'index.md',
    url: '',
    title: siteName,
    content: {
      html: html.slice(siteDescription ? 0 : 1).join(''),
      meta: { hide: ['toc'], searchExcluded: false },
      headings: [],
      ids: [],
      links: [],
      sections: [{ title: siteName, text: siteDescription }],
      problems: [],
    },
  };
}
