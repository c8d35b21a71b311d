import { useApi } from '@backstage/frontend-plugin-api';
import { GroupTree, orgModelApiRef } from '@squadron/plugin-org-model-react';
import { useLoad } from '@squadron/ui';
import { useCallback, useMemo } from 'react';
import { ChartCard, placeLinks } from '../../lib/chartLayout';
import { LinkKind } from '../../lib/orgView';

/** The lines between the cards in sight, read when a person first asks for them. */
export function useChartLinks(
  tree: GroupTree,
  cards: ChartCard[],
  wanted: ReadonlySet<LinkKind>,
) {
  const api = useApi(orgModelApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.links({}, { signal }),
    [api],
  );
  const { value, error, retry } = useLoad(wanted.size > 0 ? load : undefined);
  const links = useMemo(() => {
    const parentOf = (ref: string) => {
      const parent = tree.byRef.get(ref)?.parent;
      return parent ? tree.byRef.get(parent) : undefined;
    };
    const of = (kind: LinkKind) =>
      wanted.has(kind)
        ? placeLinks(
            cards,
            parentOf,
            (value?.links ?? []).filter(link => link.kind === kind),
          )
        : [];
    return { dependency: of('dependency'), dotted: of('dotted') };
  }, [tree, cards, wanted, value]);
  return { links, error, retry };
}
