import type { Element, ElementContent, Parents } from 'hast';
import { addClass, classesOf, eachElement, element, mapChildren } from './hast';

/** What the reader's style sheet expects around some elements. */
export function finishElements(tree: Parents): void {
  mapChildren(tree, (children, parent) =>
    isScrollWrap(parent) ? children : children.map(wrapTable),
  );
  eachElement(tree, node => {
    if (node.tagName === 'li' && classesOf(node).includes('task-list-item')) {
      finishTask(node);
    }
    if (node.tagName === 'img') {
      node.properties.loading ??= 'lazy';
      node.properties.alt ??= '';
    }
  });
}

const SCROLL_WRAP = 'md-typeset__scrollwrap';

/** Wide tables scroll by themselves, and with the keyboard. */
function wrapTable(node: ElementContent): ElementContent {
  return node.type === 'element' && node.tagName === 'table'
    ? element('div', { className: [SCROLL_WRAP], tabIndex: 0 }, [node])
    : node;
}

function isScrollWrap(parent: Parents): boolean {
  return parent.type === 'element' && classesOf(parent).includes(SCROLL_WRAP);
}

function finishTask(item: Element): void {
  const holder =
    item.children.find(
      (child): child is Element =>
        child.type === 'element' && child.tagName === 'p',
    ) ?? item;
  const [box] = holder.children;
  if (box?.type !== 'element' || box.tagName !== 'input') return;
  box.properties.ariaLabel = box.properties.checked ? 'done' : 'not done';
  holder.children[0] = element('label', { className: ['task-list-control'] }, [
    box,
    element('span', { className: ['task-list-indicator'] }),
  ]);
  addClass(item, 'task-list-item--control');
}
