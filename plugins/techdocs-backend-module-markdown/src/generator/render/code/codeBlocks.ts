import type { Element, ElementContent, Parents } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Code } from 'mdast';
import type { Handler, State } from 'mdast-util-to-hast';
import { classesOf, eachElement, element, text } from '../hast';
import { FenceInfo, readFenceInfo } from './fenceInfo';
import { CodeToken, tokensOf } from './highlighter';

/** Carries what stands behind a fence to where the code is coloured. */
export const codeHandler: Handler = (_: State, node: Code) =>
  element(
    'pre',
    { dataFence: [node.lang, node.meta].filter(Boolean).join(' ') },
    [element('code', {}, [text(node.value)])],
  );

/** Colours all code of a page; diagrams stay as text for the reader to draw. */
export async function highlightCode(tree: Parents): Promise<void> {
  const work: Promise<void>[] = [];
  eachElement(tree, (node, parent) => {
    if (node.tagName === 'pre') {
      work.push(
        codeBlock(node).then(block => {
          parent.children[parent.children.indexOf(node)] = block;
        }),
      );
      return 'skip';
    }
    if (node.tagName === 'code') work.push(highlightInline(node));
    return undefined;
  });
  await Promise.all(work);
}

async function codeBlock(pre: Element): Promise<Element> {
  const info = readFenceInfo(String(pre.properties.dataFence ?? ''));
  const code = toString(pre).replace(/\n$/, '');
  if (info.language === 'mermaid') {
    return element('pre', { className: ['mermaid'] }, [
      element('code', {}, [text(code)]),
    ]);
  }
  const lines =
    (await tokensOf(code, info.language)) ??
    code.split('\n').map(line => [{ text: line }]);
  return element(
    'div',
    { className: ['highlight', ...classesOf(pre), ...info.classes] },
    [
      ...(info.title
        ? [element('span', { className: ['filename'] }, [text(info.title)])]
        : []),
      // A block that scrolls sideways must be within reach of the keyboard.
      element('pre', { tabIndex: 0 }, [
        element('code', {}, codeLines(lines, info)),
      ]),
    ],
  );
}

function codeLines(lines: CodeToken[][], info: FenceInfo): ElementContent[] {
  const { firstLine, marked } = info;
  return lines.flatMap((tokens, index) => {
    const content = [...tokens.map(tokenElement), text('\n')];
    if (firstLine !== undefined) {
      content.unshift(
        element('span', {
          className: ['linenos'],
          dataLinenos: String(firstLine + index),
        }),
      );
    }
    return marked.includes(index + 1)
      ? [element('span', { className: ['hll'] }, content)]
      : content;
  });
}

function tokenElement({ text: value, kind }: CodeToken): ElementContent {
  return kind
    ? element('span', { className: [`hl-${kind}`] }, [text(value)])
    : text(value);
}

/** Code in a line may name its language: `#!python print()`. */
async function highlightInline(node: Element): Promise<void> {
  const [found, language, code] =
    toString(node).match(/^#!([\w+#-]+) (.*)$/s) ?? [];
  if (found === undefined) return;
  const lines = await tokensOf(code, language.toLowerCase());
  if (!lines) return;
  node.children = lines.flat().map(tokenElement);
  node.properties.className = ['highlight'];
}
