import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

const queries = {
  documents: {
    'metadata.annotations.backstage.io/techdocs-ref': { $exists: true },
  },
  templates: { kind: 'template' },
} as const;

/**
 * Whether the catalog has any of these, so that the portal leads nowhere in vain. Unknown until
 * it answers; yes when it cannot, as the page itself then states the error.
 */
export function useCatalogHolds(
  what: keyof typeof queries,
): boolean | undefined {
  const catalog = useApi(catalogApiRef);
  const [holds, setHolds] = useState<boolean>();

  useEffect(() => {
    let mounted = true;
    catalog
      .queryEntities({ query: queries[what], limit: 0 })
      .then(({ totalItems }) => mounted && setHolds(totalItems > 0))
      .catch(() => mounted && setHolds(true));
    return () => {
      mounted = false;
    };
  }, [catalog, what]);

  return holds;
}
