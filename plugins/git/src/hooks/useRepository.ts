import { useApi } from '@backstage/frontend-plugin-api';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { GitApi, gitApiRef } from '../api/gitApi';

/** A repository with its branches. */
export type RepositoryAnswer = Awaited<ReturnType<GitApi['repository']>>;

export function useRepository(name: string): Loaded<RepositoryAnswer> {
  const api = useApi(gitApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.repository({ params: { name } }, { signal }),
    [api, name],
  );
  return useLoad(load);
}
