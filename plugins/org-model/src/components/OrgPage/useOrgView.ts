import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { OrgView, parseView, writeView } from '../../lib/orgView';

/** How the organization is looked at, kept in the address. */
export function useOrgView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseView(params), [params]);
  const update = useCallback(
    (change: (view: OrgView) => OrgView) =>
      setParams(current => writeView(current, change(parseView(current))), {
        replace: true,
      }),
    [setParams],
  );
  return [view, update] as const;
}
