import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

const queries = {
  documents: {
    'metadata.annotations.backstage.io/techdocs-ref': { $exists: true },
  },
  templates: { kind: 'template' },
} as const;

/** A portal that has just started reads its files for a minute or so; later they come with a change of its files. */
const startMs = 3 * 60_000;
const againSoonMs = 4_000;
const againLaterMs = 60_000;

const once = { once: true };

/**
 * Whether the catalog has any of these, so that the portal leads nowhere in vain. Unknown until
 * it answers; yes when it cannot, as the page itself then states the error. While there are none
 * it asks again by itself, when somebody looks.
 */
export function useCatalogHolds(
  what: keyof typeof queries,
): boolean | undefined {
  const catalog = useApi(catalogApiRef);
  const [holds, setHolds] = useState<boolean>();

  useEffect(() => {
    let mounted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const since = Date.now();
    const look = async () => {
      const answer = await catalog
        .queryEntities({ query: queries[what], limit: 0 })
        .then(({ totalItems }) => totalItems > 0)
        .catch(() => true);
      if (!mounted) return;
      setHolds(answer);
      if (answer) return;
      const isStart = Date.now() - since < startMs;
      timer = setTimeout(
        () => {
          if (!document.hidden) look();
          else document.addEventListener('visibilitychange', look, once);
        },
        isStart ? againSoonMs : againLaterMs,
      );
    };
    look();
    return () => {
      mounted = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [catalog, what]);

  return holds;
}
