import { useApi } from '@backstage/frontend-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { cachedReadOf, useCachedRead, useTick } from '@squadron/ui';
import { useEffect } from 'react';
import { type GoldenPathsApi, goldenPathsApiRef } from '../api/goldenPathsApi';
import { toGoldenPath } from '../lib/goldenPaths';

const mostPaths = 500;
const lookAgainMs = 15_000;

const paths = cachedReadOf(async (catalog: CatalogApi) => {
  const { items } = await catalog.queryEntities({
    query: { kind: 'template' },
    limit: mostPaths,
  });
  return items.map(toGoldenPath);
});
const figures = cachedReadOf((api: GoldenPathsApi) => api.templates());

/** All golden paths of the catalog, which reads them one after another when a portal starts. */
export function useGoldenPaths() {
  const read = paths(useApi(catalogApiRef));
  const tick = useTick(lookAgainMs);
  useEffect(() => {
    // What could not be read waits for whoever tries again.
    if (!document.hidden && read.snapshot().value) read.refreshIfOld();
  }, [read, tick]);
  return useCachedRead(read);
}

/** How golden paths do. */
export function useFigures() {
  return useCachedRead(figures(useApi(goldenPathsApiRef)));
}
