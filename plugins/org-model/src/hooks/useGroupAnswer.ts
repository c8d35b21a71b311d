import { useApi } from '@backstage/frontend-plugin-api';
import { Entity, getCompoundEntityRef } from '@backstage/catalog-model';
import type { GroupAnswer } from '@squadron/plugin-org-model-common';
import { OrgModelApi, orgModelApiRef } from '@squadron/plugin-org-model-react';
import { useCallback } from 'react';
import { Loaded, useLoad } from './useLoad';

interface Kept {
  at: number;
  answer: Promise<GroupAnswer>;
}

/** The cards of one page ask for the same charter within a moment; they share one answer. */
const sharedFor = 10_000;
const kept = new WeakMap<OrgModelApi, Map<string, Kept>>();

function sharedAnswer(
  api: OrgModelApi,
  params: { kind: string; namespace: string; name: string },
): Promise<GroupAnswer> {
  const answers = kept.get(api) ?? new Map<string, Kept>();
  kept.set(api, answers);
  const key = `${params.kind}:${params.namespace}/${params.name}`;
  const known = answers.get(key);
  if (known && Date.now() - known.at < sharedFor) return known.answer;
  const answer = api.group({ params });
  answers.set(key, { at: Date.now(), answer });
  answer.catch(() => answers.delete(key));
  return answer;
}

/** The charter of a group, or of the group behind a System or Domain of its name. */
export function useGroupAnswer(entity: Entity): Loaded<GroupAnswer> {
  const api = useApi(orgModelApiRef);
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    () => sharedAnswer(api, { kind: kind.toLowerCase(), namespace, name }),
    [api, kind, namespace, name],
  );
  return useLoad(load);
}
