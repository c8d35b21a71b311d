import { useApi } from '@backstage/frontend-plugin-api';
import { Loaded, useLoad, useTick } from '@squadron/ui';
import { useCallback, useEffect, useRef } from 'react';
import { EnvironmentsApi, environmentsApiRef } from '../api/environmentsApi';

/** The environments of a moment, with how far the clock of the server is ahead of this one's, in milliseconds. */
export type EnvironmentsAnswer = Awaited<
  ReturnType<EnvironmentsApi['environments']>
> & { ahead: number };

/** What to ask for: groups (none: everything), or a component. */
export interface EnvironmentsQuery {
  root?: string[];
  component?: string;
}

/** Namespaces come and go without anybody on the page. */
const refreshEvery = 30_000;

/** Asks for environments, and again every half minute; waits while the query is not known. */
export function useEnvironments(
  query: EnvironmentsQuery | undefined,
): Loaded<EnvironmentsAnswer> {
  const api = useApi(environmentsApiRef);
  const key = query && JSON.stringify(query);
  const load = useCallback(
    async (signal: AbortSignal): Promise<EnvironmentsAnswer> => {
      const asked: EnvironmentsQuery = JSON.parse(key ?? '{}');
      const answer = await api.environments({ query: asked }, { signal });
      return { ...answer, ahead: Date.parse(answer.at) - Date.now() };
    },
    [api, key],
  );
  const loaded = useLoad(key === undefined ? undefined : load);
  const { retry } = loaded;
  const tick = useTick(refreshEvery);
  const seen = useRef(tick);
  useEffect(() => {
    if (seen.current === tick) return;
    seen.current = tick;
    if (!document.hidden) retry();
  }, [tick, retry]);
  return loaded;
}
