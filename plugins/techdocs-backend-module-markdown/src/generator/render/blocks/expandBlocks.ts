import { SourceLine } from '../../source/SourceLine';
import { UnreadablePage } from '../guards';
import {
  BLOCK_DIRECTIVE,
  BlockDescriptor,
  BlockOpening,
  readOpening,
} from './blockDescriptors';
import { FenceTracker } from './fences';
import { openMarkdownInHtml } from './markdownInHtml';

export interface ExpandedBlocks {
  lines: SourceLine[];
  /** What the directives name by their position in this list. */
  blocks: BlockDescriptor[];
}

/** Every level needs its own recursion, here and in the parser. */
const DEEPEST_BLOCK = 30;

/**
 * Admonitions, collapsible blocks and tabs hold what is indented below them, which the parser would take
 * for code. They are rewritten as container directives, which it knows, and keep the lines they stem from.
 */
export function expandBlocks(source: SourceLine[]): ExpandedBlocks {
  const blocks: BlockDescriptor[] = [];
  const { lines } = expand(openMarkdownInHtml(source), blocks, 0);
  return { lines, blocks };
}

function expand(
  source: SourceLine[],
  blocks: BlockDescriptor[],
  depth: number,
): { lines: SourceLine[]; height: number } {
  const lines: SourceLine[] = [];
  const fences = new FenceTracker();
  let height = 0;
  for (let index = 0; index < source.length; index += 1) {
    const line = source[index];
    const opening = fences.takes(line.text)
      ? undefined
      : readOpening(line.text);
    if (!opening) {
      lines.push(line);
      continue;
    }
    if (depth >= DEEPEST_BLOCK) {
      throw new UnreadablePage(
        line.number,
        `blocks are nested more than ${DEEPEST_BLOCK} deep: write them flatter`,
      );
    }
    const { body, next } = bodyOf(source, index, opening);
    const inner = expand(body, blocks, depth + 1);
    blocks.push(opening.block);
    lines.push(
      ...directive(opening, blocks.length - 1, inner, line, source[next - 1]),
    );
    height = Math.max(height, inner.height + 1);
    index = next - 1;
  }
  return { lines, height };
}

function directive(
  { block, indent }: BlockOpening,
  position: number,
  inner: { lines: SourceLine[]; height: number },
  first: SourceLine,
  last: SourceLine,
): SourceLine[] {
  const margin = ' '.repeat(indent);
  // A container holds only those that are closed by fewer colons.
  const colons = ':'.repeat(3 + inner.height);
  const label = block.title ? `[${balanced(block.title)}]` : '';
  const at = (text: string, { number }: SourceLine) => ({ text, number });
  return [
    at('', first),
    at(`${margin}${colons}${BLOCK_DIRECTIVE}${label}{at="${position}"}`, first),
    ...inner.lines.map(line =>
      line.text ? at(`${margin}${line.text}`, line) : line,
    ),
    at(`${margin}${colons}`, last),
    at('', last),
  ];
}

/** A label ends at its bracket, so that a title may have only pairs of them. */
function balanced(title: string): string {
  let open = 0;
  for (const sign of title.replace(/\\[[\]]/g, '')) {
    if (sign === '[') open += 1;
    if (sign === ']') open -= 1;
    if (open < 0) break;
  }
  return open === 0 ? title : title.replace(/[[\]]/g, '\\$&');
}

function bodyOf(
  source: SourceLine[],
  start: number,
  { indent, colons }: BlockOpening,
): { body: SourceLine[]; next: number } {
  return colons === undefined
    ? indentedBody(source, start + 1, indent + 4)
    : fencedBody(source, start + 1, indent, colons);
}

function indentedBody(source: SourceLine[], start: number, indent: number) {
  let next = start;
  let end = start;
  while (next < source.length) {
    const text = detab(source[next].text);
    const blank = text.trim() === '';
    if (!blank && indentOf(text) < indent) break;
    next += 1;
    if (!blank) end = next;
  }
  const body = source
    .slice(start, end)
    .map(line => ({ ...line, text: detab(line.text).slice(indent) }));
  return { body, next: Math.max(end, start) };
}

function fencedBody(
  source: SourceLine[],
  start: number,
  indent: number,
  colons: number,
) {
  const fences = new FenceTracker();
  let open = 1;
  let next = start;
  for (; next < source.length && open > 0; next += 1) {
    const { text } = source[next];
    if (fences.takes(text)) continue;
    const [, marks] = text.match(/^ *(:{3,}) *$/) ?? [];
    if (marks !== undefined && (marks.length === colons || open > 1)) {
      open -= 1;
    } else if (readOpening(text)?.colons !== undefined) {
      open += 1;
    }
  }
  const body = source.slice(start, open > 0 ? next : next - 1);
  return {
    body: body.map(line => ({
      ...line,
      text: line.text.slice(Math.min(indent, indentOf(line.text))),
    })),
    next,
  };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function detab(text: string): string {
  const [space] = text.match(/^\s*/) ?? [''];
  return space.replace(/\t/g, '    ') + text.slice(space.length);
}
