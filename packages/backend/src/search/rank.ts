import { IndexableDocument } from '@backstage/plugin-search-common';

/**
 * People look for the group that does something before they look for what it runs, and for what it runs
 * before they read about it. What is not listed comes last.
 */
export const soughtFirst = [
  'group',
  'system',
  'techdocs',
  'component',
  'api',
  'template',
];

/** A title or a term for comparison: its words in lower case between spaces. */
export function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function closeness(found: string, asked: string): number {
  if (found === asked) {
    return 0;
  }
  if (found.startsWith(asked)) {
    return 1;
  }
  return found.includes(asked) ? 2 : 3;
}

function compare(a: number[], b: number[]): number {
  const differs = a.findIndex((key, i) => key !== b[i]);
  return differs < 0 ? 0 : a[differs] - b[differs];
}

interface Ranked {
  type: string;
  document: IndexableDocument;
}

function soughtOrder({ type, document }: Ranked): number {
  const kind = 'kind' in document ? String(document.kind).toLowerCase() : '';
  const order = soughtFirst.indexOf(type === 'techdocs' ? type : kind);
  return order < 0 ? soughtFirst.length : order;
}

/**
 * Puts documents whose title is, begins with or holds what was asked before the others, and among
 * those what people look for first, then what has the shortest title. Otherwise the order stays.
 */
export function rank<T extends Ranked>(results: T[], term: string): T[] {
  const asked = plain(term);
  const keyed = results.map(result => {
    const title = plain(result.document.title);
    const close = closeness(title, asked);
    const keys =
      close < 3 ? [close, soughtOrder(result), title.length] : [close];
    return { result, keys };
  });
  return keyed
    .sort((a, b) => compare(a.keys, b.keys))
    .map(({ result }) => result);
}
