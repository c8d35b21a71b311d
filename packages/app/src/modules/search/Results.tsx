import {
  DefaultResultListItem,
  SearchResult,
  useSearch,
} from '@backstage/plugin-search-react';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import List from '@material-ui/core/List';
import { EmptyState } from '@squadron/ui';
import { DocsHit, DocsResult } from './DocsResult';
import { EntityHit, EntityResult } from './EntityResult';
import { orderEqualHits } from './equalHits';

export type Item = typeof SearchResultListItemBlueprint.dataRefs.item.T;

const NothingFound = ({ term }: { term: string }) => (
  <EmptyState
    title={
      term.trim()
        ? `Nothing found for “${term}”`
        : 'There is nothing of this sort'
    }
  >
    <p>
      Try fewer words, the code of a squad such as B-1, or look for everything,
      documents included, instead of one sort of thing.
    </p>
  </EmptyState>
);

const NothingAsked = () => (
  <EmptyState title="What do you look for?">
    <p>
      Type the name or the code of a squad, a person, a service or a technology,
      such as B-1 or Kubernetes, or words that stand in a document.
    </p>
  </EmptyState>
);

/** What was found; before anything is asked, what can be. */
export const Results = ({ items }: { items: Item[] }) => {
  const { term, types, filters } = useSearch();
  const asked = term.trim() || types.length > 0 || filters.kind;
  if (!asked) {
    return <NothingAsked />;
  }
  return (
    <SearchResult noResultsComponent={<NothingFound term={term} />}>
      {({ results }) => (
        <List aria-label="Results" disablePadding>
          {orderEqualHits(results).map(result => {
            const { document, highlight, ...rest } = result;
            if (result.type === 'software-catalog') {
              return (
                <EntityResult
                  key={document.location}
                  hit={document as EntityHit}
                  highlight={highlight}
                />
              );
            }
            if (result.type === 'techdocs') {
              return (
                <DocsResult
                  key={document.location}
                  hit={document as DocsHit}
                  highlight={highlight}
                />
              );
            }
            const ResultItem =
              items.find(item => item.predicate?.(result))?.component ??
              DefaultResultListItem;
            return (
              <ResultItem
                key={document.location}
                {...rest}
                highlight={highlight}
                result={document}
              />
            );
          })}
        </List>
      )}
    </SearchResult>
  );
};
