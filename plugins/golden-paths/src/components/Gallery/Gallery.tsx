import { SearchField } from '@backstage/ui';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  useSearchParam,
} from '@squadron/ui';
import { useFigures, useGoldenPaths } from '../../hooks/useGoldenPaths';
import {
  type GoldenPath,
  groupPaths,
  searchPaths,
} from '../../lib/goldenPaths';
import { DraftList } from './DraftList';
import styles from './Gallery.module.css';
import { PathCard } from './PathCard';

function Groups({ paths }: { paths: GoldenPath[] }) {
  const { value } = useFigures();
  const figuresOf = new Map(
    value?.items.map(figures => [figures.template, figures]),
  );
  return groupPaths(paths).map(({ type, title, paths: of }) => (
    <section key={type} aria-label={title}>
      <h2 className={styles.group}>{title}</h2>
      <ul className={styles.cards}>
        {of.map(path => (
          <PathCard
            key={path.ref}
            path={path}
            figures={figuresOf.get(path.ref)}
            days={value?.days}
          />
        ))}
      </ul>
    </section>
  ));
}

/** All golden paths by what comes of them, with how long each takes and how often it goes well. */
export function Gallery() {
  const { value: paths, error, retry } = useGoldenPaths();
  const [search, setSearch] = useSearchParam('q');
  if (error && !paths) {
    return (
      <div className={styles.page}>
        <ErrorState
          title="The golden paths could not be read"
          error={error}
          onRetry={retry}
        />
      </div>
    );
  }
  if (!paths) {
    return (
      <div className={styles.page}>
        <LoadingState label="Reading the golden paths" lines={8} />
      </div>
    );
  }
  const found = searchPaths(paths, search);
  return (
    <div className={styles.page}>
      <SearchField
        aria-label="Search golden paths"
        placeholder="Search golden paths"
        className={styles.search}
        value={search}
        onChange={setSearch}
      />
      <DraftList paths={paths} />
      <Groups paths={found} />
      {found.length === 0 && (
        <EmptyState title={`No golden path has “${search}”`}>
          Search for another word, or empty the field to see them all.
        </EmptyState>
      )}
    </div>
  );
}
