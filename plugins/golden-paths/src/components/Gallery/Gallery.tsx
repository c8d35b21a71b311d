import { SearchField, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  errorText,
  useSearchParam,
} from '@squadron/ui';
import { useFigures, useGoldenPaths } from '../../hooks/useGoldenPaths';
import {
  type GoldenPath,
  type PathGroup,
  groupPaths,
  searchPaths,
} from '../../lib/goldenPaths';
import { DraftList } from './DraftList';
import styles from './Gallery.module.css';
import { PathCard } from './PathCard';

function Groups({ groups }: { groups: PathGroup[] }) {
  const { value, error } = useFigures();
  const figuresOf = new Map(
    value?.items.map(figures => [figures.template, figures]),
  );
  return (
    <>
      {error && !value && (
        <p className={styles.quiet} role="status">
          How long they take and how often they go well cannot be told now:{' '}
          {errorText(error)}
        </p>
      )}
      <div className={styles.groups}>
        {groups.map(({ type, title, paths }) => (
          <section key={type} aria-label={title} className={styles.section}>
            <h2 className={styles.group}>{title}</h2>
            <ul className={styles.cards}>
              {paths.map(path => (
                <PathCard
                  key={path.ref}
                  path={path}
                  figures={figuresOf.get(path.ref)}
                  days={value?.days}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

const all = 'all';

function Filters(props: {
  search: string;
  onSearch: (search: string) => void;
  groups: PathGroup[];
  type: string;
  onType: (type: string) => void;
}) {
  const { search, onSearch, groups, type, onType } = props;
  return (
    <div className={styles.filters}>
      <SearchField
        aria-label="Search golden paths"
        placeholder="Search golden paths"
        size="small"
        className={styles.search}
        value={search}
        onChange={onSearch}
      />
      <ToggleButtonGroup
        className={styles.kinds}
        aria-label="What comes of it"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[type || all]}
        onSelectionChange={keys => {
          const [chosen] = [...keys].map(String);
          onType(chosen === all ? '' : chosen);
        }}
      >
        <ToggleButton id={all} size="small">
          All
        </ToggleButton>
        {groups.map(group => (
          <ToggleButton key={group.type} id={group.type} size="small">
            {group.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function Paths({ paths }: { paths: GoldenPath[] }) {
  const [search, setSearch] = useSearchParam('q');
  const [type, setType] = useSearchParam('group');
  const shown = groupPaths(searchPaths(paths, search)).filter(
    group => !type || group.type === type,
  );
  return (
    <>
      <Filters
        search={search}
        onSearch={setSearch}
        groups={groupPaths(paths)}
        type={type}
        onType={setType}
      />
      <DraftList paths={paths} />
      <Groups groups={shown} />
      {shown.length === 0 && (
        <EmptyState
          title={
            search
              ? `No golden path has “${search}”`
              : 'No golden path is of this kind'
          }
        >
          Search for another word, or look at all that there are.
        </EmptyState>
      )}
    </>
  );
}

/** All golden paths by what comes of them, with how long each takes and how often it goes well. */
export function Gallery() {
  const { value: paths, error, retry } = useGoldenPaths();
  return (
    <div className={styles.page}>
      {error && !paths && (
        <ErrorState
          title="The golden paths could not be read"
          error={error}
          onRetry={retry}
        />
      )}
      {!paths && !error && (
        <LoadingState label="Reading the golden paths" lines={8} />
      )}
      {paths && <Paths paths={paths} />}
    </div>
  );
}
