import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useLoad, useTick } from '@squadron/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type PathTask, isUnderWay, toPathTask } from '../../lib/tasks';

const pageSize = 50;
const lookAgainMs = 5_000;

type Whose = 'owned' | 'all';

interface Tasks {
  whose: Whose;
  tasks: PathTask[];
  total: number;
}

/** Tasks, the latest first, with how to read them again, and whether somebody does. */
function useRead(whose: Whose, limit: number) {
  const api = useApi(scaffolderApiRef);
  const isReading = useRef(false);
  const load = useCallback(async (): Promise<Tasks> => {
    isReading.current = true;
    try {
      const { tasks, totalTasks = tasks.length } = await api.listTasks!({
        filterByOwnership: whose,
        limit,
        offset: 0,
      });
      return { whose, tasks: tasks.map(toPathTask), total: totalTasks };
    } finally {
      isReading.current = false;
    }
  }, [api, limit, whose]);
  return { ...useLoad(load), isReading };
}

/** Tasks as many pages as were asked for; read again while one is under way. What was read last stays until then. */
export function useTasks(whose: Whose) {
  const [pages, setPages] = useState({ whose, count: 1 });
  const count = pages.whose === whose ? pages.count : 1;
  const { value, error, retry, isReading } = useRead(whose, count * pageSize);
  const [last, setLast] = useState<Tasks>();
  useEffect(() => {
    if (value) setLast(value);
  }, [value]);
  const shown = value ?? (last?.whose === whose ? last : undefined);
  const tick = useTick(lookAgainMs);
  const hasOpen = shown?.tasks.some(isUnderWay);
  useEffect(() => {
    if (hasOpen && !isReading.current && !document.hidden) retry();
  }, [hasOpen, isReading, retry, tick]);
  const showMore = () => setPages({ whose, count: count + 1 });
  return { value: shown, error, retry, showMore };
}
