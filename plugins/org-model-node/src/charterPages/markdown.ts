/**
 * A text as Markdown that shows it as it is, on one line.
 *
 * @remarks
 * Python-Markdown takes a backslash before few characters only, so the others are written as references.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/[\\`*[\]{}]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#|\w+;)/g, '&amp;')
      .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
      .replace(/[|~]/g, reference)
      // At the start of a line these begin a heading, a list, a box or a definition.
      .replace(/^[#+>!-]/, '\\$&')
      .replace(/^[=?:]/, reference)
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** A link whose label is shown as it is. */
export function link(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](${address})`;
}

/** A list; what an item has below itself is a list too. */
export function bullets(
  items: readonly (string | { item: string; below: readonly string[] })[],
): string {
  return items
    .flatMap(each =>
      typeof each === 'string'
        ? [`- ${each}`]
        : [`- ${each.item}`, ...each.below.map(line => `  - ${line}`)],
    )
    .join('\n');
}

/** A table; its cells are Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Joins the blocks of a page; an empty one leaves no trace. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}
