import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback, useMemo } from 'react';
import { Period, cut, widen } from './lib/period';
import { useNamedCadences } from './useNamedCadences';

/** Cadences and their dates. */
export interface RhythmAnswer {
  cadences: GroupCadence[];
  occurrences: Occurrence[];
}

/**
 * Reads the cadences of some groups (of all when there is none), with the dates that
 * overlap a period on the clock of a zone.
 */
export function useRhythm(
  roots: string[] | undefined,
  { from, to }: Period,
  zone: string,
): Loaded<RhythmAnswer> {
  const api = useApi(orgModelApiRef);
  const key = roots?.join(' ');
  const load = useCallback(
    (signal: AbortSignal): Promise<RhythmAnswer> => {
      const group = key ? key.split(' ') : [];
      const query = { group, ...widen({ from, to }) };
      return api.rhythm({ query }, { signal });
    },
    [api, key, from, to],
  );
  const loaded = useLoad(key === undefined ? undefined : load);
  const value = useMemo(
    () =>
      loaded.value && {
        cadences: loaded.value.cadences,
        occurrences: cut(loaded.value.occurrences, { from, to }, zone),
      },
    [loaded.value, from, to, zone],
  );
  return { ...loaded, value: useNamedCadences(value) };
}
