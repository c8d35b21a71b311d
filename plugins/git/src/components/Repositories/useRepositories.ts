import { useLoad } from '@squadron/ui';
import { useCallback, useState } from 'react';
import type { GitApi } from '../../api/gitApi';

const pageSize = 100;

/** Repositories by name, as many pages of them as were asked for. */
export function useRepositories(api: GitApi) {
  const [pages, setPages] = useState(1);
  const load = useCallback(
    async (signal: AbortSignal) => {
      let answer = await api.repositories(
        { query: { limit: pageSize } },
        { signal },
      );
      for (let page = 1; page < pages && answer.nextCursor; page++) {
        const cursor = answer.nextCursor;
        const next = await api.repositories(
          { query: { limit: pageSize, cursor } },
          { signal },
        );
        answer = { ...next, items: [...answer.items, ...next.items] };
      }
      return answer;
    },
    [api, pages],
  );
  const loaded = useLoad(load);
  return { ...loaded, showMore: () => setPages(count => count + 1) };
}
