import type { ElementContent, Parents } from 'hast';
import { toString } from 'hast-util-to-string';
import { eachElement, element, text } from '../hast';

/** A mark is two signs, not more, with a word on one side at least. */
const marks = [
  { mark: '==', tagName: 'mark', where: /(?<![=\s])==(?!=)|(?<!=)==(?![=\s])/ },
  {
    mark: '^^',
    tagName: 'ins',
    where: /(?<![\^\s])\^\^(?!\^)|(?<!\^)\^\^(?![\^\s])/,
  },
];

const holdsNoMarks = new Set(['code', 'pre', 'kbd']);

const MARK = 'mark';

type Part = ElementContent | typeof MARK;

/** Marks what stands between `==` and `==`, or `^^` and `^^`, other inline elements included. */
export function applyInlineMarks(tree: Parents): void {
  if (!/==|\^\^/.test(toString(tree))) return;
  eachElement(tree, node => {
    if (holdsNoMarks.has(node.tagName)) return 'skip';
    for (const { mark, tagName, where } of marks) {
      const parts = node.children.flatMap(child => split(child, where));
      if (parts.includes(MARK)) {
        node.children = wrapPairs(parts, mark, tagName);
      }
    }
    return undefined;
  });
}

function split(child: ElementContent, where: RegExp): Part[] {
  if (child.type !== 'text') return [child];
  return child.value.split(where).flatMap((value, index) => {
    const parts: Part[] = index > 0 ? [MARK] : [];
    return value ? [...parts, { ...child, value }] : parts;
  });
}

function wrapPairs(
  parts: Part[],
  mark: string,
  tagName: string,
): ElementContent[] {
  const result: ElementContent[] = [];
  let open = -1;
  for (const part of parts) {
    if (part !== MARK) {
      result.push(part);
    } else if (open < 0) {
      open = result.length;
    } else {
      const inner = result.splice(open);
      result.push(
        inner.length > 0 ? element(tagName, {}, inner) : text(`${mark}${mark}`),
      );
      open = -1;
    }
  }
  if (open >= 0) result.splice(open, 0, text(mark));
  return result;
}
