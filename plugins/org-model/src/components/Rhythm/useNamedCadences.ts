import { GroupTree, useOrgTree } from '@squadron/plugin-org-model-react';
import { useMemo } from 'react';
import type { RhythmAnswer } from './useRhythm';

/** Participants that are names of groups, by the titles of these groups; other words stay. */
export function nameParticipants(
  names: string[],
  tree: Pick<GroupTree, 'byRef'> | undefined,
): string[] {
  return names.map(name => {
    const ref = name.includes('/') ? name : `group:default/${name}`;
    return tree?.byRef.get(ref)?.title ?? name;
  });
}

/** The cadences with their participants by title. */
export function useNamedCadences<T extends RhythmAnswer | undefined>(
  answer: T,
): T {
  const { value: tree } = useOrgTree();
  return useMemo(
    () =>
      answer && {
        ...answer,
        cadences: answer.cadences.map(cadence => ({
          ...cadence,
          with: nameParticipants(cadence.with, tree),
        })),
      },
    [answer, tree],
  );
}
