import { useApi } from '@backstage/frontend-plugin-api';
import type { Ownership } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';

/** Reads who owns what in some groups; in the whole organization when there is none. */
export function useOwnership(roots: string[] | undefined): Loaded<Ownership> {
  const api = useApi(orgModelApiRef);
  const key = roots?.join(' ');
  const load = useCallback(
    (signal: AbortSignal) =>
      api.ownership({ query: { root: key ? key.split(' ') : [] } }, { signal }),
    [api, key],
  );
  return useLoad(key === undefined ? undefined : load);
}
