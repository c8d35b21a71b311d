import { useCallback, useEffect, useState } from 'react';

/** What a read has brought so far. */
export interface Loaded<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  retry: () => void;
}

interface State<T> {
  load?: unknown;
  value?: T;
  error?: Error;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * Reads whenever `load` changes (wrap it in `useCallback`) and on `retry`. Without `load` it waits: what the
 * read needs is not known yet. The answer of an older read never shows under a newer question.
 */
export function useLoad<T>(
  load: ((signal: AbortSignal) => Promise<T>) | undefined,
): Loaded<T> {
  const [state, setState] = useState<State<T>>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!load) return undefined;
    const abort = new AbortController();
    setState(old => (old.load === load ? { load, value: old.value } : {}));
    load(abort.signal).then(
      value => {
        if (!abort.signal.aborted) setState({ load, value });
      },
      error => {
        if (!abort.signal.aborted) setState({ load, error: asError(error) });
      },
    );
    return () => abort.abort();
  }, [load, attempt]);
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  const current: State<T> = load && state.load === load ? state : {};
  return {
    value: current.value,
    error: current.error,
    loading: current.value === undefined && current.error === undefined,
    retry,
  };
}
