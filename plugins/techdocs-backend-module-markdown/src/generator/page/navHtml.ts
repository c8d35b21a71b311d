import { relativeUrl } from '../render/links/sitePaths';
import { NavItem, pagesIn } from '../site/navigation';
import { SitePage } from '../site/SitePage';
import { escapeHtml } from './html';

/**
 * Every page repeats the navigation, so that the whole of a large site would grow with the square of its
 * pages. Beyond this many, a closed section leads to its first page instead of opening.
 */
const MOST_UNFOLDED = 200;

/** The navigation as one page shows it. */
export class NavHtml {
  readonly #items: NavItem[];
  readonly #tabs: boolean;
  readonly #folded: boolean;
  readonly #within = new Map<NavItem, Set<SitePage>>();
  /** Where a section or page begins. */
  readonly #first = new Map<NavItem, SitePage>();

  constructor(items: NavItem[], { tabs }: { tabs: boolean }) {
    this.#items = items;
    this.#tabs = tabs && items.some(item => 'children' in item);
    this.#folded = pagesIn(items).length > MOST_UNFOLDED;
    this.#rememberPages(items);
  }

  /** Whether there is another page to go to. */
  get leadsSomewhere(): boolean {
    return pagesIn(this.#items).length > 1;
  }

  /** The first level on top of the page; empty when the site has no tabs. */
  tabs(current: SitePage): string {
    if (!this.#tabs) return '';
    const tabs = this.#items.map(item => {
      const href = this.#href(item, current);
      const active = this.#holds(item, current);
      return `<li class="md-tabs__item${active ? ' md-tabs__item--active' : ''}"><a href="${escapeHtml(href)}" class="md-tabs__link"${active ? ' aria-current="true"' : ''}>${escapeHtml(item.title)}</a></li>`;
    });
    return `<div class="md-tab-bar"><nav class="md-tabs" aria-label="Sections" data-md-component="tabs"><ul class="md-tabs__list">${tabs.join('')}</ul></nav></div>`;
  }

  /** The list beside the page: everything, or with tabs the part of the active one. */
  sidebar(current: SitePage, siteName: string): string {
    const active = this.#items.find(item => this.#holds(item, current));
    const items =
      this.#tabs && active && 'children' in active
        ? active.children
        : this.#items;
    return `<nav class="md-nav md-nav--primary" aria-label="Pages" data-md-level="0"><label class="md-nav__title" for="__drawer">${escapeHtml(siteName)}</label>${this.#list(items, current, '__nav')}</nav>`;
  }

  #list(items: NavItem[], current: SitePage, id: string): string {
    const parts = items.map((item, index) =>
      'children' in item
        ? this.#section(item, current, `${id}_${index + 1}`)
        : this.#link(item, current),
    );
    return `<ul class="md-nav__list">${parts.join('')}</ul>`;
  }

  #link(item: NavItem, current: SitePage): string {
    const active = 'page' in item && item.page === current;
    const classes = active ? ' md-nav__link--active' : '';
    return `<li class="md-nav__item${active ? ' md-nav__item--active' : ''}"><a href="${escapeHtml(this.#href(item, current))}" class="md-nav__link${classes}"${active ? ' aria-current="page"' : ''}><span class="md-ellipsis">${escapeHtml(item.title)}</span></a></li>`;
  }

  #section(
    item: NavItem & { children: NavItem[] },
    current: SitePage,
    id: string,
  ): string {
    const active = this.#holds(item, current);
    const title = `<span class="md-ellipsis">${escapeHtml(item.title)}</span><span class="md-nav__icon md-icon"></span>`;
    if (this.#folded && !active) {
      return `<li class="md-nav__item md-nav__item--pruned md-nav__item--nested"><a href="${escapeHtml(this.#href(item, current))}" class="md-nav__link">${title}</a></li>`;
    }
    const level = id.split('_').length - 3;
    return [
      `<li class="md-nav__item${active ? ' md-nav__item--active' : ''} md-nav__item--nested">`,
      `<input class="md-nav__toggle md-toggle" type="checkbox" id="${id}"${active ? ' checked' : ''}>`,
      `<label class="md-nav__link" for="${id}" id="${id}_label">${title}</label>`,
      `<nav class="md-nav" data-md-level="${level}" aria-labelledby="${id}_label">`,
      `<label class="md-nav__title" for="${id}">${escapeHtml(item.title)}</label>`,
      this.#list(item.children, current, id),
      '</nav></li>',
    ].join('');
  }

  #holds(item: NavItem, page: SitePage): boolean {
    return this.#within.get(item)?.has(page) ?? false;
  }

  #rememberPages(items: NavItem[]): void {
    for (const item of items) {
      const pages = pagesIn([item]);
      this.#within.set(item, new Set(pages));
      if (pages.length > 0) this.#first.set(item, pages[0]);
      if ('children' in item) this.#rememberPages(item.children);
    }
  }

  #href(item: NavItem, current: SitePage): string {
    if ('href' in item) return item.href;
    const page = this.#first.get(item);
    return page ? relativeUrl(current.url, page.url) : '#';
  }
}
