import type { Element, ElementContent, Parents } from 'hast';
import { element, mapChildren } from '../hast';

/** Brings neighbouring tabs together into one set of which one tab is shown, without a script. */
export function joinTabs(tree: Parents): void {
  let sets = 0;
  mapChildren(tree, children => {
    if (!children.some(isTab)) return children;
    const joined: ElementContent[] = [];
    let tabs: Element[] = [];
    const close = () => {
      if (tabs.length > 0) joined.push(tabSet(tabs, (sets += 1)));
      tabs = [];
    };
    for (const child of children) {
      if (isTab(child)) {
        if (child.properties.dataTab === 'first') close();
        tabs.push(child);
      } else if (tabs.length === 0 || !isSpace(child)) {
        close();
        joined.push(child);
      }
    }
    close();
    return joined;
  });
}

function tabSet(tabs: Element[], set: number): Element {
  const idOf = (index: number) => `__tabbed_${set}_${index + 1}`;
  return element('div', { className: ['tabbed-set', 'tabbed-alternate'] }, [
    ...tabs.map((_, index) =>
      element('input', {
        id: idOf(index),
        name: `__tabbed_${set}`,
        type: 'radio',
        checked: index === 0,
      }),
    ),
    element(
      'div',
      { className: ['tabbed-labels'] },
      tabs.map((tab, index) =>
        element(
          'label',
          { htmlFor: [idOf(index)] },
          contentOf(tab.children[0]),
        ),
      ),
    ),
    element(
      'div',
      { className: ['tabbed-content'] },
      tabs.map(tab => tab.children[1]),
    ),
  ]);
}

function contentOf(node: ElementContent | undefined): ElementContent[] {
  return node?.type === 'element' ? node.children : [];
}

function isTab(node: ElementContent): node is Element {
  return (
    node.type === 'element' &&
    node.properties.dataTab !== undefined &&
    node.children.length === 2
  );
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
