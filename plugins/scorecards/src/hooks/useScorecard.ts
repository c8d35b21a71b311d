import {
  type CompoundEntityRef,
  type Entity,
  RELATION_OWNED_BY,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Scorecard } from '@squadron/plugin-scorecards-common';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';
import { scorecardsApiRef } from '../api/scorecardsApi';
import { isOfGroup } from '../lib/hasScorecard';

/** Who else answers for an entity: the group that owns a component. */
function ownerOf(entity: Entity): CompoundEntityRef | undefined {
  if (isOfGroup(entity)) return undefined;
  const owned = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  return owned && parseEntityRef(owned.targetRef);
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'statusCode' in error && error.statusCode === 404
  );
}

/**
 * The scorecard of an entity: a group, or the System or Domain of its name, or a component. Of a component
 * of which nothing is measured it is that of the group that owns it.
 */
export function useScorecard(entity: Entity, depth: number): Loaded<Scorecard> {
  const api = useApi(scorecardsApiRef);
  // The catalog hands the same entity out as another object.
  const key = JSON.stringify([getCompoundEntityRef(entity), ownerOf(entity)]);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [own, owner] = JSON.parse(key) as CompoundEntityRef[];
      const read = ({ kind, namespace, name }: CompoundEntityRef) =>
        api.scorecard(
          {
            params: { kind: kind.toLocaleLowerCase('en'), namespace, name },
            query: { depth },
          },
          { signal },
        );
      try {
        return await read(own);
      } catch (error) {
        if (owner && isMissing(error)) return read(owner);
        throw error;
      }
    },
    [api, key, depth],
  );
  return useLoad(load);
}
