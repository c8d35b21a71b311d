import { Entity, getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Scorecard } from '@squadron/plugin-scorecards-common';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../api/scorecardsApi';

/** The scorecard of an entity: a group, or the System or Domain of its name. */
export function useScorecard(entity: Entity, depth: number): Loaded<Scorecard> {
  const api = useApi(scorecardsApiRef);
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.scorecard(
        {
          params: { kind: kind.toLocaleLowerCase('en'), namespace, name },
          query: { depth },
        },
        { signal },
      ),
    [api, kind, namespace, name, depth],
  );
  return useLoad(load);
}
