import {
  DefaultResultListItem,
  SearchBar,
  SearchContextProvider,
  SearchResult,
  SearchResultPager,
} from '@backstage/plugin-search-react';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import List from '@material-ui/core/List';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readAddress } from './address';
import { AddressSync } from './AddressSync';
import { SearchFilters } from './SearchFilters';
import styles from './SearchPage.module.css';

type Item = typeof SearchResultListItemBlueprint.dataRefs.item.T;

const Results = ({ items }: { items: Item[] }) => (
  <SearchResult>
    {({ results }) => (
      <List aria-label="Results" disablePadding>
        {results.map(result => {
          const { document, ...rest } = result;
          const ResultItem =
            items.find(item => item.predicate?.(result))?.component ??
            DefaultResultListItem;
          return (
            <ResultItem key={document.location} {...rest} result={document} />
          );
        })}
      </List>
    )}
  </SearchResult>
);

/** One field for everything that the portal knows; a code such as `B-1` leads to its squad. */
export const SearchPage = ({ items }: { items: Item[] }) => {
  const [address] = useSearchParams();
  // Only where the search begins: AddressSync follows from there.
  const [initialState] = useState(() => readAddress(address));
  return (
    <SearchContextProvider initialState={initialState}>
      <AddressSync />
      <div className={styles.page}>
        <SearchBar debounceTime={100} />
        <SearchFilters />
        <Results items={items} />
        <SearchResultPager />
      </div>
    </SearchContextProvider>
  );
};
