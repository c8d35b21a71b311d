import { IndexableDocument } from '@backstage/plugin-search-common';

/** People look for the group that does something before they look for what it runs. */
const kinds = ['group', 'system', 'component', 'api', 'template'];

function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function closeness(title: string, term: string): number {
  const asked = plain(term);
  const found = plain(title);
  if (found === asked) {
    return 0;
  }
  if (found.startsWith(asked)) {
    return 1;
  }
  return found.includes(asked) ? 2 : 3;
}

function kindOrder(document: IndexableDocument): number {
  const kind = 'kind' in document ? String(document.kind).toLowerCase() : '';
  const order = kinds.indexOf(kind);
  return order < 0 ? kinds.length : order;
}

/**
 * Puts documents whose title is, begins with or holds what was asked before the others, and among
 * those the kinds that people look for. Otherwise the order stays.
 */
export function rank<T extends { document: IndexableDocument }>(
  results: T[],
  term: string,
): T[] {
  const keyed = results.map(result => ({
    result,
    closeness: closeness(result.document.title, term),
    kind: kindOrder(result.document),
  }));
  return keyed
    .sort(
      (a, b) =>
        a.closeness - b.closeness || (a.closeness < 3 ? a.kind - b.kind : 0),
    )
    .map(({ result }) => result);
}
