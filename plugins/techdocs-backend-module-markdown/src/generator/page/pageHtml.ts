import { relativeUrl } from '../render/links/sitePaths';
import { SitePage } from '../site/SitePage';
import { escapeHtml } from './html';
import { NavHtml } from './navHtml';
import { tocHtml } from './tocHtml';

/** What a page is shown with. */
export interface PageFrame {
  siteName: string;
  nav: NavHtml;
  /** Below the root of the site. */
  stylesheet: string;
  editUrl?: string;
  previous?: SitePage;
  next?: SitePage;
}

/** A page as the reader of TechDocs takes it: it looks for these classes and attributes. */
export function pageHtml(page: SitePage, frame: PageFrame): string {
  const { content, title, url } = page;
  const hides = (part: string) => content.meta.hide.includes(part);
  const toc = tocHtml(content.headings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)} - ${escapeHtml(frame.siteName)}</title>
<link rel="stylesheet" href="${relativeUrl(url, frame.stylesheet)}">
</head>
<body dir="ltr">
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off" aria-label="Pages">
<label class="md-overlay" for="__drawer"></label>
<div class="md-header" data-md-component="header"><label class="md-header__button md-icon" for="__drawer"></label></div>
<div class="md-container" data-md-component="container">
${frame.nav.tabs(page)}
<div class="md-main" data-md-component="main"><div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary" data-md-component="sidebar" data-md-type="navigation"${hides('navigation') || !frame.nav.leadsSomewhere ? ' hidden' : ''}><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">${frame.nav.sidebar(page, frame.siteName)}</div></div></div>
<div class="md-sidebar md-sidebar--secondary" data-md-component="sidebar" data-md-type="toc"${hides('toc') || !toc ? ' hidden' : ''}><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">${toc}</div></div></div>
<div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset">
${editLink(frame.editUrl)}${heading(page)}${content.html}
</article></div>
</div></div>
${footer(page, frame)}
</div>
</body>
</html>
`;
}

/** A page whose Markdown has no heading of the first level still says what it is. */
function heading({ content, title }: SitePage): string {
  return content.heading === undefined ? `<h1>${escapeHtml(title)}</h1>\n` : '';
}

const pencil =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 17.5V20h2.5L17 9.5 14.5 7 4 17.5ZM19 7.5a.9.9 0 0 0 0-1.3L17.8 5a.9.9 0 0 0-1.3 0l-1 1L18 8.5l1-1Z"/></svg>';

function editLink(url: string | undefined): string {
  return url
    ? `<a href="${escapeHtml(url)}" title="Edit this page" class="md-content__button md-icon">${pencil}</a>\n`
    : '';
}

function footer(page: SitePage, { previous, next }: PageFrame): string {
  if (!previous && !next) return '';
  const link = (to: SitePage | undefined, way: 'prev' | 'next') => {
    if (!to) return '';
    const word = way === 'prev' ? 'Previous' : 'Next';
    return `<a href="${escapeHtml(relativeUrl(page.url, to.url))}" class="md-footer__link md-footer__link--${way}" rel="${way}"><span class="md-footer__direction">${word}</span><span class="md-footer__title"><span class="md-ellipsis">${escapeHtml(to.title)}</span></span></a>`;
  };
  return `<div class="md-footer"><nav class="md-footer__inner md-grid" aria-label="Neighbouring pages">${link(previous, 'prev')}${link(next, 'next')}</nav></div>`;
}

/** A page that leads on to where it was moved. */
export function redirectHtml(to: string): string {
  const address = escapeHtml(to);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta http-equiv="refresh" content="0; url=${address}">
</head>
<body><article class="md-content__inner md-typeset"><p>This page was moved: <a href="${address}">go there</a>.</p></article></body>
</html>
`;
}
