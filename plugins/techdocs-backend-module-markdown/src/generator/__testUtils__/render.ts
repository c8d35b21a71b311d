import type { Element, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { RenderPool } from '../pool/RenderPool';
import { eachElement } from '../render/hast';
import { RenderedPage } from '../render/types';
import { linesOf } from '../source/SourceLine';

const options = { tocDepth: 3, permalinks: true, iframeHosts: [] };

export function outcomeOf(pool: RenderPool, source: string, path = 'index.md') {
  return pool.render({ path, lines: linesOf(source), options });
}

/** A page that must not fail. */
export async function pageOf(
  pool: RenderPool,
  source: string,
  path?: string,
): Promise<RenderedPage> {
  const outcome = await outcomeOf(pool, source, path);
  if ('failure' in outcome) throw new Error(outcome.failure.message);
  return outcome.page;
}

/** The elements as a browser reads them. */
function elementsOf(html: string): Element[] {
  const root: Root = { type: 'root', children: [{ type: 'raw', value: html }] };
  const elements: Element[] = [];
  eachElement(raw(root) as Root, node => {
    elements.push(node);
  });
  return elements;
}

const forbidden =
  /^(script|iframe|object|embed|style|base|meta|link|form|svg|math|template)$/;
const addresses = [
  'href',
  'src',
  'action',
  'formAction',
  'xLinkHref',
  'poster',
];

/** What in a page could run a script, load one or lay itself over the portal. */
export function dangersIn(html: string): string[] {
  return elementsOf(html).flatMap(({ tagName, properties }) => [
    ...(forbidden.test(tagName) ? [tagName] : []),
    ...Object.keys(properties).filter(name => /^(on|srcdoc)/i.test(name)),
    ...addresses.filter(name => {
      const value = String(properties[name] ?? '').replace(/[\s\p{Cc}]/gu, '');
      return (
        /^(javascript|vbscript):/i.test(value) ||
        (/^data:/i.test(value) && tagName !== 'img')
      );
    }),
    ...(/url|position|expression/i.test(String(properties.style ?? ''))
      ? ['style']
      : []),
  ]);
}
