import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { draftsApiRef } from '../api/draftsApi';
import type { Draft } from '../lib/drafts';

/** The reader's drafts, the latest first; none until they are known. */
export function useDrafts(): Draft[] {
  const store = useApi(draftsApiRef);
  const [drafts, setDrafts] = useState<Draft[]>([]);
  useEffect(() => store.follow(setDrafts), [store]);
  return drafts;
}
