import { useSearch } from '@backstage/plugin-search-react';
import { Select } from '@backstage/ui';
import { useCatalogHolds } from '../holdings';
import styles from './SearchPage.module.css';

const EVERYTHING = 'everything';
const DOCUMENTS = 'techdocs';
const CATALOG = 'software-catalog';

const choices = [
  { value: EVERYTHING, label: 'Everything' },
  { value: 'Group', label: 'Groups' },
  { value: 'User', label: 'People' },
  { value: 'System', label: 'Systems' },
  { value: 'Component', label: 'Components' },
  { value: 'API', label: 'APIs' },
  { value: 'Resource', label: 'Resources and technologies' },
  { value: 'Template', label: 'Golden paths' },
  { value: DOCUMENTS, label: 'Documents' },
];

/** Narrows a search to one sort of thing. */
export const SearchFilters = () => {
  const { types, setTypes, filters, setFilters, setPageCursor } = useSearch();
  const chosen = types.includes(DOCUMENTS)
    ? DOCUMENTS
    : String(filters.kind ?? EVERYTHING);

  const documents = useCatalogHolds('documents') || chosen === DOCUMENTS;

  const choose = (value: string) => {
    setPageCursor(undefined);
    if (value === DOCUMENTS) {
      setTypes([DOCUMENTS]);
      setFilters({});
    } else if (value === EVERYTHING) {
      setTypes([]);
      setFilters({});
    } else {
      // Documents have a kind too, the one of what they are about.
      setTypes([CATALOG]);
      setFilters({ kind: value });
    }
  };

  return (
    <div className={styles.filters}>
      <Select
        label="Look for"
        options={choices.filter(
          ({ value }) => documents || value !== DOCUMENTS,
        )}
        value={chosen}
        onChange={value => choose(String(value))}
      />
    </div>
  );
};
