import type { Element, ElementContent } from 'hast';
import type { Blockquote, Parents, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Handler, State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { element } from '../hast';
import { BLOCK_DIRECTIVE, BlockDescriptor, wordOf } from './blockDescriptors';

/** How the directives of {@link expandBlocks} become elements. */
export function blockHandler(blocks: BlockDescriptor[]): Handler {
  return (state: State, node: ContainerDirective) => {
    const block = blocks.at(Number(node.attributes?.at));
    if (node.name !== BLOCK_DIRECTIVE || !block) {
      return element('div', {}, flow(state, node));
    }
    const [first] = node.children;
    const labelled = Boolean(first?.data && 'directiveLabel' in first.data);
    const title =
      labelled && first.type === 'paragraph' ? state.all(first) : undefined;
    const body = labelled
      ? { ...node, children: node.children.slice(1) }
      : node;
    return blockElement(block, title, flow(state, body));
  };
}

function flow(state: State, node: Parents): ElementContent[] {
  return state.wrap(state.all(node), true) as ElementContent[];
}

function blockElement(
  block: BlockDescriptor,
  title: ElementContent[] | undefined,
  children: ElementContent[],
): Element {
  if (block.kind === 'tab') {
    return element('div', { dataTab: block.startsSet ? 'first' : 'next' }, [
      element('p', {}, title ?? []),
      element('div', { className: ['tabbed-block'] }, children),
    ]);
  }
  const [type = 'note'] = block.classes;
  const shown = title ?? [{ type: 'text', value: wordOf(type) }];
  if (block.kind === 'details') {
    return element('details', { className: block.classes, open: block.open }, [
      element('summary', {}, shown),
      ...children,
    ]);
  }
  return element('div', { className: ['admonition', ...block.classes] }, [
    // An empty title is one that the writer took away.
    ...(block.title === ''
      ? []
      : [element('p', { className: ['admonition-title'] }, shown)]),
    ...children,
  ]);
}

const alertTypes: Record<string, string | undefined> = {
  important: 'tip',
  caution: 'danger',
};

const alert = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** Quotes that begin with `[!NOTE]`, as GitHub writes admonitions. */
export function markAlerts(tree: Root): void {
  visit(tree, 'blockquote', (quote: Blockquote) => {
    const [paragraph] = quote.children;
    if (paragraph?.type !== 'paragraph') return;
    const [text] = paragraph.children;
    const [found, name] =
      (text?.type === 'text' && text.value.match(alert)) || [];
    if (text?.type !== 'text' || found === undefined) return;
    text.value = text.value.slice(found.length);
    if (!text.value && paragraph.children.length === 1) {
      quote.children.shift();
    }
    const type = name.toLowerCase();
    quote.data = {
      hName: 'div',
      hProperties: { className: ['admonition', alertTypes[type] ?? type] },
    };
    quote.children.unshift({
      type: 'paragraph',
      data: { hProperties: { className: ['admonition-title'] } },
      children: [{ type: 'text', value: wordOf(type) }],
    });
  });
}
