import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { fetchPersonas, PersonaPage } from './personas';

const TYPING_PAUSE_MS = 150;
const LOOK_AGAIN_MS = 2000;
/** So often the same number of people means that all of them are there. */
const STILL_LOOKS = 3;

interface PersonasState {
  page?: PersonaPage;
  /** More people have come since the first answer: a portal that has just started still reads them. */
  isGrowing?: boolean;
  error?: Error;
}

/** People who match what is typed; asked again while there is nobody, and while they become more. */
export function usePersonas(q: string, limit: number): PersonasState {
  const discoveryApi = useApi(discoveryApiRef);
  const [state, setState] = useState<PersonasState>({});

  useEffect(() => {
    const abort = new AbortController();
    let timer: number;
    let lastTotal = Infinity;
    let still = 0;
    let isGrowing = false;

    const load = async () => {
      try {
        const { signal } = abort;
        const page = await fetchPersonas(discoveryApi, { q, limit, signal });
        const { total } = page;
        still = total === lastTotal ? still + 1 : 0;
        isGrowing = still < STILL_LOOKS && (isGrowing || total > lastTotal);
        lastTotal = total;
        setState({ page, isGrowing });
        if (total === 0 || still < STILL_LOOKS) {
          timer = window.setTimeout(load, LOOK_AGAIN_MS);
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
