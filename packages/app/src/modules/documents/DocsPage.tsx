import { PageLayout } from '@backstage/frontend-plugin-api';
import { Button, SearchField } from '@backstage/ui';
import { EmptyState, ErrorState, LoadingState } from '@squadron/ui';
import { useSearchParams } from 'react-router-dom';
import styles from './DocsPage.module.css';
import { docsIndex } from './docsIndex';
import { SiteCard } from './SiteCard';
import { SiteRows } from './SiteRows';
import { useSites } from './useSites';

const Found = (props: { term: string; onClear: () => void }) => {
  const { sites, titles, error, retry } = useSites();
  if (error) {
    return (
      <ErrorState
        title="The documents could not be listed"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!sites || !titles) return <LoadingState label="Reading the documents" />;

  const { general, mine, sections } = docsIndex(sites, titles, props.term);
  if (!general.length && !sections.length) {
    return (
      <EmptyState
        title="No documents match"
        actions={
          <Button variant="secondary" onPress={props.onClear}>
            Clear the filter
          </Button>
        }
      >
        The filter looks at titles, codes and descriptions. The search in the
        navigation reads the pages themselves.
      </EmptyState>
    );
  }
  return (
    <>
      {general.map(site => (
        <SiteCard key={site.ref} site={site} />
      ))}
      {mine.length > 0 && <SiteRows title="My groups’ docs" sites={mine} />}
      {sections.map(section => (
        <SiteRows
          key={section.ref}
          title={section.title}
          sites={section.sites}
        />
      ))}
    </>
  );
};

/** All documents: those for everyone first, then the person's own, then by division. */
export const DocsPage = () => {
  const [address, setAddress] = useSearchParams();
  const term = address.get('q') ?? '';
  const setTerm = (q: string) =>
    setAddress(
      before => {
        const next = new URLSearchParams(before);
        if (q) next.set('q', q);
        else next.delete('q');
        return next;
      },
      { replace: true },
    );
  return (
    <PageLayout title="Docs">
      <div className={styles.page}>
        <div className={styles.filter}>
          <SearchField
            aria-label="Filter documents"
            placeholder="Filter by title, code or description"
            value={term}
            onChange={setTerm}
          />
        </div>
        <Found term={term} onClear={() => setTerm('')} />
      </div>
    </PageLayout>
  );
};
