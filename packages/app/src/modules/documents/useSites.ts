import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { Site, sitesOf, titlesOf } from './docsIndex';

const LIMIT = 1000;
const names = ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'];

interface Read {
  sites?: Site[];
  titles?: Map<string, string>;
  error?: Error;
}

/** Everything in the catalog that has documents of its own, and the titles of its domains. */
export function useSites(): Read & { retry: () => void } {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const [attempt, setAttempt] = useState(0);
  const [read, setRead] = useState<Read>({});

  useEffect(() => {
    let mounted = true;
    setRead({});
    Promise.all([
      catalog.queryEntities({
        query: {
          'metadata.annotations.backstage.io/techdocs-ref': { $exists: true },
        },
        fields: [...names, 'metadata.description', 'relations'],
        limit: LIMIT,
      }),
      catalog.queryEntities({
        query: { kind: 'domain' },
        fields: names,
        limit: LIMIT,
      }),
      identity.getBackstageIdentity(),
    ])
      .then(([documented, domains, { ownershipEntityRefs }]) => {
        if (!mounted) return;
        setRead({
          sites: sitesOf(documented.items, ownershipEntityRefs),
          titles: titlesOf(domains.items),
        });
      })
      .catch((error: Error) => mounted && setRead({ error }));
    return () => {
      mounted = false;
    };
  }, [catalog, identity, attempt]);

  return { ...read, retry: () => setAttempt(attempt + 1) };
}
