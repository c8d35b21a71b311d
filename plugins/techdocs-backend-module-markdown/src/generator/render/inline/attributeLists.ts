import type { Element, Parents, Properties, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { classesOf, eachElement } from '../hast';

const item = String.raw`(?:[#.][\w:-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))`;
const list = String.raw`\{:? *(${item}(?: +${item})*) *\}`;
const atStart = new RegExp(`^${list}`);
const atEnd = new RegExp(`[ \\n]?${list}\\s*$`);
const ownLine = new RegExp(`(?:^|\\n)${list.replace(':?', ':')}\\s*$`);

const inline = new Set(
  'a abbr code del em img ins kbd mark s span strong sub sup'.split(' '),
);

/** Applies attribute lists such as `{ .class #id width=300 }` to the element that they follow. */
export function applyAttributeLists(tree: Parents): void {
  if (!toString(tree).includes('{')) return;
  eachElement(tree, node => {
    applyToChildren(node);
    if (/^h[1-6]$/.test(node.tagName)) applyFromEnd(node, atEnd);
    if (node.tagName === 'p') applyFromEnd(node, ownLine);
  });
}

function applyToChildren(node: Element): void {
  node.children.forEach((child, index) => {
    const next = node.children[index + 1];
    if (child.type !== 'element' || next?.type !== 'text') return;
    if (inline.has(child.tagName)) take(next, atStart, child);
  });
}

function applyFromEnd(node: Element, pattern: RegExp): void {
  const last = node.children.at(-1);
  if (last?.type === 'text') take(last, pattern, node);
}

function take(from: Text, pattern: RegExp, to: Element): void {
  const [found, attributes] = from.value.match(pattern) ?? [];
  if (found === undefined) return;
  from.value = from.value.replace(found, '');
  Object.assign(to.properties, readAttributes(attributes, classesOf(to)));
}

function readAttributes(attributes: string, classes: string[]): Properties {
  const properties: Properties = {};
  const className = [...classes];
  for (const [each] of attributes.matchAll(new RegExp(item, 'g'))) {
    if (each.startsWith('#')) properties.id = each.slice(1);
    else if (each.startsWith('.')) className.push(each.slice(1));
    else {
      const [key, ...rest] = each.split('=');
      const value = rest.join('=').replace(/^(["'])(.*)\1$/, '$2');
      if (key === 'class') className.push(...value.split(/\s+/));
      else properties[propertyOf(key)] = value;
    }
  }
  return { ...properties, ...(className.length > 0 && { className }) };
}

/** The tree names attributes in camel case. */
function propertyOf(attribute: string): string {
  return attribute
    .toLowerCase()
    .replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
