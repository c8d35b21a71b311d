import type { Element, ElementContent, Parents, Properties, Text } from 'hast';

/** Small constructors for what the renderer adds to a page. */
export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

export function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}

export function addClass(node: Element, name: string): void {
  node.properties.className = [...classesOf(node), name];
}

/**
 * Visits every element in the order of the page; `skip` leaves out what is below it. A page has thousands
 * of elements and is walked many times, which took unist-util-visit a fifth of all rendering.
 */
export function eachElement(
  tree: Parents,
  visit: (node: Element, parent: Parents) => 'skip' | void,
): void {
  for (const node of tree.children) {
    if (node.type === 'element' && visit(node, tree) !== 'skip') {
      eachElement(node, visit);
    }
  }
}

/** Replaces the children of every element and of the tree itself, from the top down. */
export function mapChildren(
  tree: Parents,
  map: (children: ElementContent[], parent: Parents) => ElementContent[],
): void {
  tree.children = map(tree.children as ElementContent[], tree);
  eachElement(tree, node => {
    node.children = map(node.children, node);
  });
}
