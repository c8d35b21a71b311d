import type { Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { raw } from 'hast-util-raw';
import { defListHastHandlers } from 'remark-definition-list';
import { unified } from 'unified';
import { readAbbreviations } from './blocks/abbreviations';
import { BlockDescriptor } from './blocks/blockDescriptors';
import { blockHandler, markAlerts } from './blocks/blockElements';
import { expandBlocks } from './blocks/expandBlocks';
import { joinTabs } from './blocks/tabs';
import { codeHandler, highlightCode } from './code/codeBlocks';
import { finishElements } from './finish';
import { readFrontMatter } from './frontMatter';
import { refuseUnreadable } from './guards';
import { idsOf, nameHeadings } from './headings';
import { applyAttributeLists } from './inline/attributeLists';
import { dropCriticBraces } from './inline/criticBraces';
import { applyInlineMarks } from './inline/inlineMarks';
import { replaceInText } from './inline/textReplacements';
import { rewriteLinks } from './links/rewriteLinks';
import { parseMarkdown } from './parse';
import { sanitize } from './sanitize';
import { searchSections } from './sections';
import { PageTask, RenderedPage } from './types';

/** Makes the content of a page of its Markdown. It is pure: the same task gives the same page. */
export async function renderPage(task: PageTask): Promise<RenderedPage> {
  const { path, options } = task;
  refuseUnreadable(task.lines);
  const front = readFrontMatter(task.lines);
  const { body, meanings } = readAbbreviations(front.body);
  const { lines, blocks } = expandBlocks(body);
  const lineOf = (line = 1) =>
    lines[Math.min(line, lines.length) - 1]?.number ?? 1;

  const tree = toTree(lines.map(({ text }) => text).join('\n'), blocks);
  applyAttributeLists(tree);
  const page = sanitize(tree, options.iframeHosts);
  applyInlineMarks(page);
  dropCriticBraces(page);
  replaceInText(page, meanings);
  if (blocks.some(({ kind }) => kind === 'tab')) joinTabs(page);
  const { links, problems } = rewriteLinks(page, path, lineOf);
  finishElements(page);
  const headings = nameHeadings(page, options);
  const [first] = headings;
  const heading = first?.depth === 1 ? first.text : undefined;
  const title = front.meta.title ?? heading ?? '';
  const sections = searchSections(page, title);
  const ids = idsOf(page);
  // Last, since coloured code is the largest part of many pages.
  await highlightCode(page);
  return {
    html: toHtml(page),
    meta: front.meta,
    heading,
    headings: headings.filter(({ depth }) => depth <= options.tocDepth),
    ids,
    links,
    sections,
    problems: [...front.problems, ...problems],
  };
}

/** With the text at hand, elements keep the lines that they stem from. */
const htmlReader = unified().use(
  () => (tree: Root, file) => raw(tree, { file }) as Root,
);

function toTree(text: string, blocks: BlockDescriptor[]): Root {
  const markdown = parseMarkdown(text);
  if (text.includes('[!')) markAlerts(markdown);
  const tree = toHast(markdown, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    handlers: {
      ...defListHastHandlers,
      code: codeHandler,
      containerDirective: blockHandler(blocks),
    },
  }) as Root;
  // Most pages have no HTML of their own, and parsing it costs as much as parsing their Markdown.
  return holdsHtml(tree) ? htmlReader.runSync(tree, text) : tree;
}

function holdsHtml(node: Nodes): boolean {
  return (
    node.type === 'raw' || ('children' in node && node.children.some(holdsHtml))
  );
}
