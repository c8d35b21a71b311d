import { SearchContextState } from '@backstage/plugin-search-react';

/** What of a search stands in the address. */
export type Asked = Pick<
  SearchContextState,
  'term' | 'types' | 'filters' | 'pageCursor'
>;

/** Reads a search from the address; `query` is the name that links to the page use. */
export function readAddress(address: URLSearchParams): Asked {
  const kind = address.get('kind');
  return {
    term: address.get('query') ?? '',
    types: address.getAll('type'),
    filters: kind ? { kind } : {},
    pageCursor: address.get('page') ?? undefined,
  };
}

/** Writes a search into an address; what is not asked is left out. */
export function writeAddress(asked: Asked): URLSearchParams {
  const address = new URLSearchParams();
  if (asked.term) {
    address.set('query', asked.term);
  }
  asked.types.forEach(type => address.append('type', type));
  if (typeof asked.filters.kind === 'string' && asked.filters.kind) {
    address.set('kind', asked.filters.kind);
  }
  if (asked.pageCursor) {
    address.set('page', asked.pageCursor);
  }
  return address;
}
