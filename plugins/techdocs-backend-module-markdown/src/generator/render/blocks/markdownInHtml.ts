import { SourceLine } from '../../source/SourceLine';
import { FenceTracker } from './fences';

const opening =
  /^(\s*)<(div|section|article|aside|details|figure|figcaption|p|span|center)\b([^>]*)>(.*)$/i;
const summary = /<\/summary>\s*$/i;
const markdown = /(?:^|\s)markdown(?:=["']?(?:1|block|span)["']?)?(?=\s|$)/i;

/**
 * HTML with the attribute `markdown` holds Markdown. The parser reads it as such when it stands between
 * empty lines, so these are put in.
 */
export function openMarkdownInHtml(source: SourceLine[]): SourceLine[] {
  const lines: SourceLine[] = [];
  const fences = new FenceTracker();
  const open: string[] = [];
  for (const line of source) {
    const { text, number } = line;
    const blank = { text: '', number };
    if (fences.takes(text)) {
      lines.push(line);
      continue;
    }
    const [, margin, tag, attributes, rest] = text.match(opening) ?? [];
    if (tag !== undefined && markdown.test(attributes)) {
      open.push(tag.toLowerCase());
      lines.push(
        blank,
        {
          text: `${margin}<${tag}${attributes.replace(markdown, '')}>`,
          number,
        },
        blank,
        ...(rest.trim() ? [{ text: rest, number }] : []),
      );
    } else if (isEnd(text, open.at(-1))) {
      open.pop();
      lines.push(blank, { text: text.trimStart(), number }, blank);
    } else if (open.length > 0 && summary.test(text)) {
      // Otherwise what follows would belong to the HTML of the summary.
      lines.push(line, blank);
    } else {
      lines.push(line);
    }
  }
  return lines;
}

function isEnd(text: string, tag: string | undefined): boolean {
  return tag !== undefined && text.trim().toLowerCase().startsWith(`</${tag}>`);
}
