import { useApi } from '@backstage/frontend-plugin-api';
import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import type { GroupAnswer } from '@squadron/plugin-org-model-common';
import { OrgModelApi, orgModelApiRef } from '@squadron/plugin-org-model-react';
import { Loaded, useLoad } from '@squadron/ui';
import { useCallback } from 'react';

interface Kept {
  at: number;
  answer: Promise<GroupAnswer>;
}

/** The cards of one page ask for the same charter within a moment; they share one answer. */
const sharedFor = 10_000;
const kept = new WeakMap<OrgModelApi, Map<string, Kept>>();

function sharedAnswer(
  api: OrgModelApi,
  { kind, namespace, name }: CompoundEntityRef,
): Promise<GroupAnswer> {
  const answers = kept.get(api) ?? new Map<string, Kept>();
  kept.set(api, answers);
  const key = `${kind.toLowerCase()}:${namespace}/${name}`;
  const known = answers.get(key);
  if (known && Date.now() - known.at < sharedFor) return known.answer;
  const answer = api.group({
    params: { kind: kind.toLowerCase(), namespace, name },
  });
  answers.set(key, { at: Date.now(), answer });
  answer.catch(() => answers.delete(key));
  return answer;
}

/** The charter of a group, or of the group behind a System or Domain of its name. */
export function useGroupAnswer(entity: Entity): Loaded<GroupAnswer> {
  const api = useApi(orgModelApiRef);
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    () => sharedAnswer(api, { kind, namespace, name }),
    [api, kind, namespace, name],
  );
  return useLoad(load);
}

/** The charters of the groups above a group, the nearest first, without the top of the tree. */
export function useAncestorAnswers(
  group: GroupAnswer | undefined,
): Loaded<GroupAnswer[]> {
  const api = useApi(orgModelApiRef);
  const key = group?.ancestors
    .slice(1)
    .map(({ ref }) => ref)
    .reverse()
    .join(' ');
  const load = useCallback(
    () =>
      Promise.all(
        (key ? key.split(' ') : []).map(ref =>
          sharedAnswer(api, parseEntityRef(ref)),
        ),
      ),
    [api, key],
  );
  return useLoad(key === undefined ? undefined : load);
}
