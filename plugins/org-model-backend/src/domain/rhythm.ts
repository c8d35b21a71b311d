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

/** Cadences of groups and everything below them with the dates that overlap a period, earliest first. */
export function describeRhythm(index: OrgIndex, query: RhythmQuery) {
  const { tree } = index;
  const groups = groupsWithin(tree, query.groups);
  const cadences = groups.flatMap(({ ref }) =>
    cadencesOf(index, ref).filter(
      ({ kind }) => !query.kind || kind === query.kind,
    ),
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
