import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** One value in the address; an empty one is left out of it. */
export function useSearchParam(
  name: string,
): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? '', set];
}
