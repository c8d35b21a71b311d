import { useSearch } from '@backstage/plugin-search-react';
import { Select } from '@backstage/ui';
import { useCatalogHolds } from '../holdings';
import styles from './SearchPage.module.css';

const EVERYTHING = 'everything';

const choices = [
  { value: EVERYTHING, label: 'Everything' },
  { value: 'Group', label: 'Groups' },
  { value: 'User', label: 'People' },
  { value: 'System', label: 'Systems' },
  { value: 'Component', label: 'Components' },
  { value: 'API', label: 'APIs' },
  { value: 'Resource', label: 'Resources and technologies' },
  { value: 'Template', label: 'Golden paths' },
  { value: 'techdocs', label: 'Documents' },
];

/** Narrows a search to one sort of thing. */
export const SearchFilters = () => {
  const { types, setTypes, filters, setFilters, setPageCursor } = useSearch();
  const chosen = types.includes('techdocs')
    ? 'techdocs'
    : String(filters.kind ?? EVERYTHING);

  const documents = useCatalogHolds('documents') || chosen === 'techdocs';

  const choose = (value: string) => {
    setPageCursor(undefined);
    if (value === 'techdocs') {
      setTypes(['techdocs']);
      setFilters({});
    } else {
      setTypes([]);
      setFilters(value === EVERYTHING ? {} : { kind: value });
    }
  };

  return (
    <div className={styles.filters}>
      <Select
        label="Look for"
        options={choices.filter(
          ({ value }) => documents || value !== 'techdocs',
        )}
        value={chosen}
        onChange={value => choose(String(value))}
      />
    </div>
  );
};
