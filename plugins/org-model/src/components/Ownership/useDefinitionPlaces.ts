import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { DefinitionPlace, definitionPlace } from './lib/definitionPlace';

/** More gaps than this are not put right by hand, one file at a time. */
const LIMIT = 1000;

/** Where some entities are written, in one request; what the catalog cannot say is left out. */
export function useDefinitionPlaces(
  refs: string[],
): Map<string, DefinitionPlace> {
  const catalog = useApi(catalogApiRef);
  const key = refs.slice(0, LIMIT).join(' ');
  const load = useCallback(async () => {
    const entityRefs = key ? key.split(' ') : [];
    const places = new Map<string, DefinitionPlace>();
    if (!entityRefs.length) return places;
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs,
      fields: ['kind', 'metadata.annotations'],
    });
    items.forEach((entity, index) => {
      const place = definitionPlace(entity?.metadata.annotations);
      if (place) places.set(entityRefs[index], place);
    });
    return places;
  }, [catalog, key]);
  return useLoad(load).value ?? new Map();
}
