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

/** Which cadences, and between which days. */
export interface RhythmQuery {
  group?: string;
  from: string;
  to: string;
  kind?: Cadence['kind'];
}

/** Cadences of a group and everything below it with their dates in a period, earliest first. */
export function describeRhythm(index: OrgIndex, query: RhythmQuery) {
  const { tree } = index;
  const groups = query.group ? tree.subtree(query.group) : tree.groups();
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
