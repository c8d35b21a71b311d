import { useApi } from '@backstage/frontend-plugin-api';
import type { NewPerson } from '@squadron/plugin-org-model-common';
import { OrgModelApi, orgModelApiRef } from '@squadron/plugin-org-model-react';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';

/** The most that one page of the API holds. */
const PAGE = 500;

async function readAll(api: OrgModelApi, signal: AbortSignal) {
  const people: NewPerson[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.newPeople(
      { query: { cursor, limit: PAGE } },
      { signal },
    );
    people.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return people;
}

/** Everybody who joined lately below the groups that the person leads, newest first; waits as long as it is not said that they lead any. */
export function useNewPeople(leads: boolean): Loaded<NewPerson[]> {
  const api = useApi(orgModelApiRef);
  const load = useCallback(
    (signal: AbortSignal) => readAll(api, signal),
    [api],
  );
  return useLoad(leads ? load : undefined);
}
