import { useApi } from '@backstage/frontend-plugin-api';
import type { Feed } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';

/** The signed-in person's calendar feeds, newest first. */
export function useFeeds(): Loaded<Feed[]> {
  const api = useApi(orgModelApiRef);
  return useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const { items } = await api.listFeeds({}, { signal });
        return items.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
      },
      [api],
    ),
  );
}
