import type { Element, Parents } from 'hast';
import { toString } from 'hast-util-to-string';
import { classesOf, eachElement, element, text } from './hast';
import { slugOf, uniqueId } from './links/slugs';
import { Heading, RenderOptions } from './types';

/** Gives every heading an id and a link to itself, and tells them in order. */
export function nameHeadings(
  tree: Parents,
  { permalinks }: RenderOptions,
): Heading[] {
  const taken = new Set<string>();
  eachElement(tree, node => {
    if (typeof node.properties.id === 'string') taken.add(node.properties.id);
  });
  const headings: Heading[] = [];
  eachElement(tree, node => {
    if (!isHeading(node) || isHidden(node)) return;
    const label = toString(node).trim();
    if (typeof node.properties.id !== 'string') {
      node.properties.id = uniqueId(slugOf(label), taken);
      taken.add(node.properties.id);
    }
    const { id } = node.properties;
    headings.push({ id, text: label, depth: Number(node.tagName[1]) });
    if (permalinks) node.children.push(permalink(id, label));
  });
  return headings;
}

export function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

/** Such as the heading of the footnotes, which only a screen reader hears. */
export function isHidden(node: Element): boolean {
  return classesOf(node).includes('sr-only');
}

function permalink(id: string, label: string): Element {
  return element(
    'a',
    {
      className: ['headerlink'],
      href: `#${id}`,
      title: 'Permanent link',
      ariaLabel: `Link to ${label}`,
    },
    [text('¶')],
  );
}

/** Every id on the page. */
export function idsOf(tree: Parents): string[] {
  const ids: string[] = [];
  eachElement(tree, ({ properties }) => {
    if (typeof properties.id === 'string') ids.push(properties.id);
    if (typeof properties.name === 'string') ids.push(properties.name);
  });
  return ids;
}
