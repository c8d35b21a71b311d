import { SearchField } from '@backstage/ui';
import { FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import styles from './Home.module.css';

/** Leads to the search page with what was typed. */
export const HomeSearch = () => {
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(`/search?query=${encodeURIComponent(query.trim())}`);
  };
  return (
    <form role="search" onSubmit={submit} className={styles.search}>
      <SearchField
        aria-label="Search the portal"
        placeholder="Search squads, people, services and docs"
        value={query}
        onChange={setQuery}
      />
    </form>
  );
};
