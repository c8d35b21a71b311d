import {
  SearchBar,
  SearchContextProvider,
  SearchResultPager,
} from '@backstage/plugin-search-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readAddress } from './address';
import { AddressSync } from './AddressSync';
import { Item, Results } from './Results';
import { SearchFilters } from './SearchFilters';
import styles from './SearchPage.module.css';

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
