import {
  Button,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { cadenceKinds } from '@squadron/plugin-org-model-common';
import { KindIcon, Kind, kindLabel } from './kinds';
import styles from './Rhythm.module.css';
import type { RhythmState } from './useRhythmState';

interface RhythmFiltersProps {
  state: RhythmState;
  /** How many cadences of each kind the scope has. */
  counts: Map<Kind, number>;
  thisYear: number;
}

function Kinds({ state, counts }: Omit<RhythmFiltersProps, 'thisYear'>) {
  const shown = cadenceKinds.filter(
    kind => counts.has(kind) || state.kinds.includes(kind),
  );
  if (!shown.length) return null;
  const toggle = (kind: Kind) =>
    state.setKinds(
      cadenceKinds.filter(
        each => state.kinds.includes(each) !== (each === kind),
      ),
    );
  return (
    <div role="group" aria-label="Kinds" className={styles.kinds}>
      {shown.map(kind => (
        <button
          key={kind}
          type="button"
          className={styles.chip}
          aria-pressed={state.kinds.includes(kind)}
          onClick={() => toggle(kind)}
        >
          <KindIcon kind={kind} />
          {kindLabel(kind)}
          <span className={styles.number}>{counts.get(kind) ?? 0}</span>
        </button>
      ))}
    </div>
  );
}

function Years({ state, thisYear }: Omit<RhythmFiltersProps, 'counts'>) {
  const { year, setYear } = state;
  return (
    <div className={styles.years} role="group" aria-label="Year">
      <Button
        size="small"
        variant="secondary"
        aria-label={`Year ${year - 1}`}
        onPress={() => setYear(year - 1)}
      >
        ‹
      </Button>
      <span className={styles.year} aria-live="polite">
        {year}
      </span>
      <Button
        size="small"
        variant="secondary"
        aria-label={`Year ${year + 1}`}
        onPress={() => setYear(year + 1)}
      >
        ›
      </Button>
      {year !== thisYear && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setYear(thisYear)}
        >
          This year
        </Button>
      )}
    </div>
  );
}

/** Text, kinds, view and year; all of them in the address. */
export function RhythmFilters(props: RhythmFiltersProps) {
  const { state } = props;
  return (
    <div className={styles.filters}>
      <div className={styles.line}>
        <SearchField
          aria-label="Filter cadences"
          placeholder="Title, group or participant"
          size="small"
          className={styles.search}
          value={state.text}
          onChange={state.setText}
        />
        <div className={styles.views}>
          {state.view === 'year' && <Years {...props} />}
          <ToggleButtonGroup
            aria-label="View"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[state.view]}
            onSelectionChange={keys =>
              state.setView(keys.has('list') ? 'list' : 'year')
            }
          >
            <ToggleButton id="year">Year</ToggleButton>
            <ToggleButton id="list">Next 30 days</ToggleButton>
          </ToggleButtonGroup>
        </div>
      </div>
      <Kinds {...props} />
    </div>
  );
}
