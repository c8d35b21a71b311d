import { useApi } from '@backstage/frontend-plugin-api';
import type { Person } from '@squadron/plugin-org-model-common';
import { OrgModelApi, orgModelApiRef } from '@squadron/plugin-org-model-react';
import { useCallback, useEffect, useState } from 'react';

/** The most that one page of the API holds. */
const PAGE = 500;

/** People read so far. */
export interface People {
  people: Person[];
  /** How many there are; undefined before the first page. */
  total?: number;
  /** Whether all pages are here. */
  complete: boolean;
  error?: Error;
  retry: () => void;
}

interface State {
  /** The question that the people answer. */
  key?: string;
  people: Person[];
  total?: number;
  complete: boolean;
  error?: Error;
}

const nothing: State = { people: [], complete: false };

async function readPages(
  api: OrgModelApi,
  query: { group: string; direct: 'true' | 'false' },
  signal: AbortSignal,
  onPage: (people: Person[], total: number, complete: boolean) => void,
) {
  const people: Person[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.people(
      { query: { ...query, cursor, limit: PAGE } },
      { signal },
    );
    if (signal.aborted) return;
    people.push(...page.items);
    cursor = page.nextCursor;
    onPage([...people], page.total, !cursor);
  } while (cursor);
}

/** Reads the people of a group, page after page; the first are there at once, however many there are. */
export function usePeople(group: string | undefined, direct: boolean): People {
  const api = useApi(orgModelApiRef);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>(nothing);
  const key = group && `${group} ${direct}`;
  useEffect(() => {
    if (!group) return undefined;
    const abort = new AbortController();
    setState(nothing);
    readPages(
      api,
      { group, direct: direct ? 'true' : 'false' },
      abort.signal,
      (people, total, complete) => setState({ key, people, total, complete }),
    ).catch(error => {
      if (!abort.signal.aborted) setState(old => ({ ...old, key, error }));
    });
    return () => abort.abort();
  }, [api, group, direct, key, attempt]);
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  const { key: answered, ...known } = state;
  return { ...(answered === key ? known : nothing), retry };
}
