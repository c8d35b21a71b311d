import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { fetchPersonas, PersonaPage } from './personas';

const TYPING_PAUSE_MS = 150;
const NOBODY_RETRY_MS = 2000;

interface PersonasState {
  page?: PersonaPage;
  error?: Error;
}

/** People who match what is typed; asked again while there is nobody, who may be on their way. */
export function usePersonas(q: string, limit: number): PersonasState {
  const discoveryApi = useApi(discoveryApiRef);
  const [state, setState] = useState<PersonasState>({});

  useEffect(() => {
    const abort = new AbortController();
    let timer: number;

    const load = async () => {
      try {
        const { signal } = abort;
        const page = await fetchPersonas(discoveryApi, { q, limit, signal });
        setState({ page });
        if (page.total === 0) {
          timer = window.setTimeout(load, NOBODY_RETRY_MS);
        }
      } catch (error) {
        if (!abort.signal.aborted) {
          setState(last => ({ ...last, error: error as Error }));
        }
      }
    };

    timer = window.setTimeout(load, q ? TYPING_PAUSE_MS : 0);
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [discoveryApi, q, limit]);

  return state;
}
