import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useMe } from '../api/useMe';
import { groupName, groupRef } from '../links/paths';
import { useRememberedScope } from './useRememberedScope';

/** Stands in the address for "my groups"; no entity name may start with an underscore. */
const mineInAddress = '_mine';

/** What the page is about. */
export interface Scope {
  /** As the address has it: `squad-b-1`, or undefined for the whole organization. */
  value?: string;
  /** The group as a full ref; for "my groups" the person's home group. */
  ref?: string;
  /** Every group that the scope names: several for "my groups", none for the whole organization. */
  refs: string[];
  /** Whether the scope is "my groups". */
  mine: boolean;
  /** "My groups" are not known yet. */
  loading: boolean;
  /** Takes a group ref, `'mine'`, or nothing for the whole organization. */
  setScope: (scope: string | undefined) => void;
}

function refsOf(value: string | undefined, myGroups: string[]): string[] {
  if (!value) return [];
  if (value === mineInAddress) return myGroups;
  try {
    return [groupRef(value)];
  } catch {
    return [value];
  }
}

/**
 * What the page is about. `?scope=` in the address wins over what the person
 * chose last, which is remembered and follows them from page to page.
 */
export function useScope(): Scope {
  const [params, setParams] = useSearchParams();
  const [remembered, remember] = useRememberedScope();
  const value = params.get('scope') ?? remembered;
  const mine = value === mineInAddress;
  const me = useMe();
  const setScope = useCallback(
    (scope: string | undefined) => {
      const next = scope === 'mine' ? mineInAddress : scope && groupName(scope);
      remember(next);
      setParams(current => {
        const changed = new URLSearchParams(current);
        if (next) changed.set('scope', next);
        else changed.delete('scope');
        return changed;
      });
    },
    [remember, setParams],
  );
  return useMemo(() => {
    const refs = refsOf(value, me.value?.groups.map(({ ref }) => ref) ?? []);
    const loading = mine && me.loading && !me.value;
    return { value, ref: refs[0], refs, mine, loading, setScope };
  }, [value, mine, me, setScope]);
}
