import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { categories, statuses } from '@squadron/plugin-scorecards-common';
import { statusWords } from '../../lib/marks';
import styles from './Overview.module.css';
import type { OverviewState } from './useOverviewState';

interface FilterProps<T extends string> {
  label: string;
  all: readonly T[];
  chosen: T[];
  wordsOf: (value: T) => string;
  onChange: (chosen: T[]) => void;
}

function Filter<T extends string>(props: FilterProps<T>) {
  const { label, all, chosen, wordsOf, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={keys => onChange(all.filter(each => keys.has(each)))}
    >
      {all.map(each => (
        <ToggleButton key={each} id={each} size="small">
          {wordsOf(each)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Which categories and states are in sight; none chosen means all. */
export function OverviewFilters({ state }: { state: OverviewState }) {
  return (
    <div className={styles.filters}>
      <Filter
        label="Categories"
        all={categories}
        chosen={state.categories}
        wordsOf={category => category}
        onChange={state.setCategories}
      />
      <Filter
        label="States"
        all={statuses}
        chosen={state.statuses}
        wordsOf={status => statusWords[status]}
        onChange={state.setStatuses}
      />
    </div>
  );
}
