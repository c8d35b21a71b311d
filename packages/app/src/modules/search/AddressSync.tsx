import { useSearch } from '@backstage/plugin-search-react';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readAddress, writeAddress } from './address';

/** Keeps the search in the address, so that it can be shared and the back button works. */
export const AddressSync = () => {
  const search = useSearch();
  const { term, types, filters, pageCursor } = search;
  const [address, setAddress] = useSearchParams();
  const written = useRef(address.toString());

  useEffect(() => {
    if (address.toString() === written.current) {
      return;
    }
    written.current = address.toString();
    const asked = readAddress(address);
    search.setTerm(asked.term);
    search.setTypes(asked.types);
    search.setFilters(asked.filters);
    search.setPageCursor(asked.pageCursor);
  }, [address, search]);

  useEffect(() => {
    const next = writeAddress({ term, types, filters, pageCursor });
    if (next.toString() !== written.current) {
      written.current = next.toString();
      setAddress(next, { replace: true });
    }
  }, [term, types, filters, pageCursor, setAddress]);

  return null;
};
