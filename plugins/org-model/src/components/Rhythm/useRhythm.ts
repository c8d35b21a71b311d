import type {
  GroupCadence,
  Occurrence,
} from '@squadron/plugin-org-model-common';
import { OrgModelApi, orgModelApiRef } from '@squadron/plugin-org-model-react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { Loaded, useLoad } from '../../hooks/useLoad';
import { useNamedCadences } from './useNamedCadences';

/** Cadences and their dates. */
export interface RhythmAnswer {
  cadences: GroupCadence[];
  occurrences: Occurrence[];
}

/** Joins the answers for several groups; what is in two of them stands once. */
function mergeRhythms(answers: RhythmAnswer[]): RhythmAnswer {
  if (answers.length === 1) return answers[0];
  const cadences = new Map<string, GroupCadence>();
  const occurrences = new Map<string, Occurrence>();
  for (const answer of answers) {
    for (const each of answer.cadences) cadences.set(each.key, each);
    for (const each of answer.occurrences) {
      occurrences.set(`${each.cadence} ${each.start}`, each);
    }
  }
  return {
    cadences: [...cadences.values()],
    occurrences: [...occurrences.values()],
  };
}

async function readRhythm(
  api: OrgModelApi,
  roots: string[],
  period: { from: string; to: string },
  signal: AbortSignal,
): Promise<RhythmAnswer> {
  const groups = roots.length ? roots : [undefined];
  return mergeRhythms(
    await Promise.all(
      groups.map(group =>
        api.rhythm({ query: { group, ...period } }, { signal }),
      ),
    ),
  );
}

/** Reads the cadences of some groups (of all when there is none) between two days, both inclusive. */
export function useRhythm(
  roots: string[] | undefined,
  from: string,
  to: string,
): Loaded<RhythmAnswer> {
  const api = useApi(orgModelApiRef);
  const key = roots?.join(' ');
  const load = useCallback(
    (signal: AbortSignal) =>
      readRhythm(api, key ? key.split(' ') : [], { from, to }, signal),
    [api, key, from, to],
  );
  const loaded = useLoad(key === undefined ? undefined : load);
  return { ...loaded, value: useNamedCadences(loaded.value) };
}
