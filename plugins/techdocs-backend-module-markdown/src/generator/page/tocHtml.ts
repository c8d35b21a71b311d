import { Heading } from '../render/types';
import { escapeHtml } from './html';

/** The headings below the title of a page, as nested lists. */
export function tocHtml(headings: readonly Heading[]): string {
  const shown = headings.filter(({ depth }) => depth > 1);
  if (shown.length === 0) return '';
  return `<nav class="md-nav md-nav--secondary" aria-label="On this page"><label class="md-nav__title" for="__toc">On this page</label>${listOf(shown)}</nav>`;
}

function listOf(headings: readonly Heading[]): string {
  const items: string[] = [];
  for (let index = 0; index < headings.length;) {
    const { id, text, depth } = headings[index];
    let end = index + 1;
    while (end < headings.length && headings[end].depth > depth) end += 1;
    const inner =
      end > index + 1
        ? `<nav class="md-nav" aria-label="${escapeHtml(text)}">${listOf(headings.slice(index + 1, end))}</nav>`
        : '';
    items.push(
      `<li class="md-nav__item"><a href="#${escapeHtml(id)}" class="md-nav__link"><span class="md-ellipsis">${escapeHtml(text)}</span></a>${inner}</li>`,
    );
    index = end;
  }
  return `<ul class="md-nav__list">${items.join('')}</ul>`;
}
