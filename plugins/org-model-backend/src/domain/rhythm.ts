import { stringifyError } from '@backstage/errors';
import {
  Cadence,
  GroupCadence,
  Occurrence,
  OrgTree,
  cadenceDates,
  describeCadence,
} from '@squadron/plugin-org-model-common';
import type { OrgIndex } from './OrgIndex';
import { groupsWithin } from './scope';

/** Which cadences, and between which days. */
export interface RhythmQuery {
  /** None of them inside another; the whole tree when there is none. */
  groups: readonly string[];
  from: string;
  to: string;
  kind?: Cadence['kind'];
}

/**
 * Cadences of groups and everything below them, and those of others that they take part in, with
 * the dates that overlap a period, earliest first.
 */
export function describeRhythm(index: OrgIndex, query: RhythmQuery) {
  const cadences = cadencesFor(index, query.groups).filter(
    ({ kind }) => !query.kind || kind === query.kind,
  );
  const occurrences = cadences
    .flatMap((cadence): Occurrence[] =>
      cadenceDates(cadence, query, cadence.timeZone).map(date => ({
        cadence: cadence.key,
        ...date,
      })),
    )
    .sort(
      (a, b) =>
        compareText(a.start, b.start) || compareText(a.cadence, b.cadence),
    );
  return { cadences, occurrences };
}

/**
 * A cadence concerns a part of the tree when a group in that part has it, when it names a group
 * in or above that part, or when a group above has it and it names nobody: then it is everybody's.
 */
function cadencesFor(
  index: OrgIndex,
  roots: readonly string[],
): GroupCadence[] {
  const { tree } = index;
  const within = new Set(groupsWithin(tree, roots).map(({ ref }) => ref));
  const above = new Set(
    roots.flatMap(root => tree.ancestors(root).map(({ ref }) => ref)),
  );
  const concerns = (group: string, participants: readonly string[]) => {
    if (participants.length === 0) return above.has(group);
    const invited = participants.flatMap(name => tree.resolve(name) ?? []);
    return invited.some(ref => within.has(ref) || above.has(ref));
  };
  return tree.groups().flatMap(({ ref }) => {
    const cadences = cadencesOf(index, ref);
    if (within.has(ref)) return cadences;
    return cadences
      .filter(cadence => concerns(ref, cadence.with))
      .map(cadence => ({ ...cadence, invited: true }));
  });
}

function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** The group's cadences that can be understood; the others are problems of the tree. */
export function cadencesOf(index: OrgIndex, ref: string): GroupCadence[] {
  const { title, cadences } = index.detail(ref);
  return cadences.flatMap(cadence => {
    if (cadenceFault(cadence)) return [];
    return {
      ...cadence,
      key: `${ref}#${cadence.id}`,
      invited: false,
      group: ref,
      groupTitle: title,
      timeZone: cadence.timeZone ?? zoneOf(index, ref),
      rule: describeCadence(cadence),
    };
  });
}

/** What is wrong with a cadence's words, if anything. */
export function cadenceFault(cadence: Cadence): string | undefined {
  try {
    cadenceDates(cadence, { from: cadence.starts, to: cadence.starts }, 'UTC');
    return undefined;
  } catch (error) {
    return stringifyError(error).replace(/^InputError: /, '');
  }
}

function zoneOf(index: OrgIndex, ref: string): string {
  const { tree }: { tree: OrgTree } = index;
  const zones = [tree.get(ref)!, ...tree.ancestors(ref)].map(
    group => index.detail(group.ref).timeZone,
  );
  return zones.find(Boolean) ?? 'UTC';
}
