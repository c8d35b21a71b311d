import { useApi } from '@backstage/frontend-plugin-api';
import type { File } from '@squadron/plugin-git-common';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { gitApiRef } from '../api/gitApi';
import type { RepositoryPlace } from '../lib/paths';

export function useFile({ name, ref, path }: RepositoryPlace): Loaded<File> {
  const api = useApi(gitApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.file({ params: { name }, query: { ref, path } }, { signal }),
    [api, name, ref, path],
  );
  return useLoad(load);
}
