import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DefinitionsStatus,
  TreeProblem,
} from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { useEffect, useState } from 'react';

const EVERY = 60_000;

/** What is wrong with the definitions and with the tree. */
export interface Problems {
  definitions: DefinitionsStatus;
  tree: TreeProblem[];
}

/** Asks for the problems now and every minute, but only while the person looks at the page. */
export function useProblems(): Problems | undefined {
  const api = useApi(orgModelApiRef);
  const [problems, setProblems] = useState<Problems>();
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    let askedAt = -Infinity;
    const ask = () => {
      if (document.hidden || Date.now() - askedAt < EVERY - 1000) return;
      askedAt = Date.now();
      api.problems({}, { signal }).then(
        answer => {
          if (!signal.aborted) setProblems(answer);
        },
        // The pages say what they could not read; the banner speaks of definitions alone.
        () => undefined,
      );
    };
    ask();
    const timer = setInterval(ask, EVERY);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
      abort.abort();
    };
  }, [api]);
  return problems;
}
