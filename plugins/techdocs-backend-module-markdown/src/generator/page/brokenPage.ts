import { RenderedPage } from '../render/types';
import { escapeHtml } from './html';

/** What stands in the place of a page that could not be rendered. */
export function brokenPage(
  path: string,
  { line, message }: { line: number; message: string },
): RenderedPage {
  const where = escapeHtml(line > 0 ? `${path}, line ${line}` : path);
  const text = `This page could not be built: ${message}.`;
  return {
    html: `<div class="admonition danger"><p class="admonition-title">${escapeHtml(text)}</p><p>Mend <code>${where}</code>; the other pages are not affected.</p></div>`,
    meta: { hide: [], searchExcluded: true },
    headings: [],
    ids: [],
    links: [],
    sections: [],
    problems: [{ severity: 'error', line, message }],
  };
}
