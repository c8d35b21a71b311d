import { useApi } from '@backstage/frontend-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { cachedReadOf, useCachedRead } from '@squadron/ui';
import { type GoldenPathsApi, goldenPathsApiRef } from '../api/goldenPathsApi';
import { toGoldenPath } from '../lib/goldenPaths';

const mostPaths = 500;

const paths = cachedReadOf(async (catalog: CatalogApi) => {
  const { items } = await catalog.queryEntities({
    query: { kind: 'template' },
    limit: mostPaths,
  });
  return items.map(toGoldenPath);
});
const figures = cachedReadOf((api: GoldenPathsApi) => api.templates());

/** All golden paths of the catalog. */
export function useGoldenPaths() {
  return useCachedRead(paths(useApi(catalogApiRef)));
}

/** How golden paths do. */
export function useFigures() {
  return useCachedRead(figures(useApi(goldenPathsApiRef)));
}
