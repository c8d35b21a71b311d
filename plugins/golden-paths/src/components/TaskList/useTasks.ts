import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useLoad, useTick } from '@squadron/ui';
import { useCallback, useEffect, useState } from 'react';
import { isUnderWay, toPathTask } from '../../lib/tasks';

const pageSize = 50;
const lookAgainMs = 5_000;

/** Tasks, the latest first, as many pages of them as were asked for; read again while one of them is under way. */
export function useTasks(whose: 'owned' | 'all') {
  const api = useApi(scaffolderApiRef);
  const [pages, setPages] = useState(1);
  const load = useCallback(async () => {
    const { tasks, totalTasks = tasks.length } = await api.listTasks!({
      filterByOwnership: whose,
      limit: pages * pageSize,
      offset: 0,
    });
    return { tasks: tasks.map(toPathTask), total: totalTasks };
  }, [api, pages, whose]);
  const loaded = useLoad(load);
  const { value, retry } = loaded;
  const tick = useTick(lookAgainMs);
  const hasOpen = value?.tasks.some(isUnderWay);
  useEffect(() => {
    if (hasOpen && !document.hidden) retry();
  }, [hasOpen, retry, tick]);
  return { ...loaded, showMore: () => setPages(count => count + 1) };
}
