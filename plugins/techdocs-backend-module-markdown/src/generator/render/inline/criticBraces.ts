import type { Parents, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { eachElement, element, text } from '../hast';

/** What critic markup puts in braces is marked already: the braces go, and `old~>new` becomes two. */
export function dropCriticBraces(tree: Parents): void {
  if (!/\{[\s\S]*\}/.test(toString(tree))) return;
  eachElement(tree, node => {
    for (let index = node.children.length - 2; index > 0; index -= 1) {
      const [before, marked, after] = node.children.slice(index - 1, index + 2);
      if (before.type !== 'text' || after.type !== 'text') continue;
      if (marked.type !== 'element') continue;
      if (!['mark', 'del'].includes(marked.tagName)) continue;
      if (!stripBraces(before, after) || marked.tagName !== 'del') continue;
      const [gone, added] = toString(marked).split('~>');
      if (added === undefined) continue;
      marked.children = [text(gone)];
      node.children.splice(index + 1, 0, element('ins', {}, [text(added)]));
    }
  });
}

function stripBraces(before: Text, after: Text): boolean {
  if (!before.value.endsWith('{') || !after.value.startsWith('}')) return false;
  before.value = before.value.slice(0, -1);
  after.value = after.value.slice(1);
  return true;
}
