import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import { remarkDefinitionList } from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { Processor, unified } from 'unified';

const COLON = ':'.charCodeAt(0);

/**
 * Only directives that contain blocks: the others would take every word behind a colon, such as the
 * `b` of `a:b`, for a directive.
 */
function containerDirectives(this: Processor) {
  remarkDirective.call(this);
  const extension = this.data().micromarkExtensions?.at(-1);
  const flow = extension?.flow?.[COLON];
  if (extension && Array.isArray(flow)) {
    extension.text = {};
    extension.flow = { [COLON]: flow.slice(0, 1) };
  }
}

/**
 * The Markdown of GitHub, with one tilde for subscript, and without its search for bare addresses: that
 * tries every letter of a text, which doubles the time of parsing. {@link replaceInText} finds them later.
 */
function githubMarkdown(this: Processor) {
  remarkGfm.call(this, { singleTilde: false });
  const { micromarkExtensions, fromMarkdownExtensions } = this.data();
  const extension = micromarkExtensions?.at(-1);
  for (const [code, constructs] of Object.entries(extension?.text ?? {})) {
    const kept = [constructs ?? []]
      .flat()
      .filter(construct => !construct.name?.endsWith('Autolink'));
    if (extension?.text) extension.text[Number(code)] = kept;
  }
  const parts = fromMarkdownExtensions?.pop();
  fromMarkdownExtensions?.push(
    [parts ?? []].flat().map(part => ({ ...part, transforms: [] })),
  );
}

const parser = unified()
  .use(remarkParse)
  .use(githubMarkdown)
  .use(remarkDefinitionList)
  .use(containerDirectives);

/** The syntax tree of Markdown whose blocks are directives. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}
