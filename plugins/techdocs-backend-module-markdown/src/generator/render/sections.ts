import type { Element, Nodes, Parents } from 'hast';
import { SearchSection } from './types';
import { classesOf } from './hast';
import { isHeading, isHidden } from './headings';

/** What search finds on a page: the text below each heading, and above the first one. */
export function searchSections(tree: Parents, title: string): SearchSection[] {
  const sections: SearchSection[] = [{ title, text: '' }];
  const read = (node: Nodes) => {
    if (node.type === 'text') {
      sections[sections.length - 1].text += node.value;
    }
    if (node.type === 'element' && isHeading(node)) {
      if (!isHidden(node)) open(sections, node);
      return;
    }
    if (!('children' in node) || (node.type === 'element' && isChrome(node))) {
      return;
    }
    node.children.forEach(read);
    if (node.type === 'element' && isBlock(node)) {
      sections[sections.length - 1].text += '\n';
    }
  };
  read(tree);
  return sections
    .map(section => ({ ...section, text: tidy(section.text) }))
    .filter(({ text, anchor }) => text || anchor || sections.length === 1);
}

function open(sections: SearchSection[], heading: Element): void {
  const title = textWithoutLinks(heading).trim();
  const { id } = heading.properties;
  if (heading.tagName === 'h1' && sections.length === 1) {
    // The page is found by its title, not by an anchor at its top.
    if (title !== sections[0].title) sections[0].text += `${title}\n`;
    return;
  }
  sections.push({ title, anchor: String(id ?? ''), text: '' });
}

function textWithoutLinks(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && isChrome(node))) {
    return '';
  }
  return (node.children as Nodes[]).map(textWithoutLinks).join('');
}

function isChrome(node: Element): boolean {
  const classes = classesOf(node);
  return (
    classes.includes('headerlink') ||
    classes.includes('linenos') ||
    classes.includes('data-footnote-backref')
  );
}

function isBlock(node: Element): boolean {
  return (
    /^(p|li|tr|td|th|dt|dd|div|pre|summary|label)$/.test(node.tagName) ||
    classesOf(node).includes('filename')
  );
}

function tidy(value: string): string {
  return value
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
