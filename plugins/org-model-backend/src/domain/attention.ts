import {
  cadenceDates,
  DefinitionsStatus,
  GroupCadence,
  Me,
  OrgTree,
} from '@squadron/plugin-org-model-common';
import { DateTime } from 'luxon';
import type { OrgIndex } from './OrgIndex';
import { describeOwnership, isEmpty, lacksLead } from './ownership';
import { cadencesOf } from './rhythm';

type Item = Me['attention'][number];

/** What waits for a person in the tree, most urgent first. */
export function attentionOf(
  index: OrgIndex,
  person: string,
  now: Date,
  definitions: DefinitionsStatus | undefined,
): Item[] {
  const { tree } = index;
  // Executives answer for the whole organization.
  const whole = tree.isExecutive(person) ? tree.roots.slice(0, 1) : [];
  const led = topsOf(tree, [
    ...new Set([...tree.groupsLedBy(person), ...whole]),
  ]);
  return [
    ...definitionFaults(definitions, led.length > 0),
    ...homeWithoutLead(tree, person),
    ...led.flatMap(ref => gapsBelow(index, ref)),
    ...nextCadence(index, person, now),
  ];
}

/** Without the groups that hang below another one of them. */
function topsOf(tree: OrgTree, refs: readonly string[]): string[] {
  return refs.filter(
    ref => !refs.some(other => other !== ref && tree.isWithin(ref, other)),
  );
}

/** The definitions are the leads' to mend: each knows the files of their groups. */
function definitionFaults(
  definitions: DefinitionsStatus | undefined,
  mayMend: boolean,
): Item[] {
  const errors = definitions?.problems.filter(
    ({ severity }) => severity === 'error',
  );
  if (!mayMend || !errors?.length) return [];
  return [
    {
      text: 'The definitions of the organization have errors; the last good ones stay until they are mended',
      count: errors.length,
      to: '/org/ownership',
    },
  ];
}

function homeWithoutLead(tree: OrgTree, person: string): Item[] {
  const home = tree.homeOf(person);
  if (!home || !lacksLead(tree, home)) return [];
  return [
    {
      text: `${home.title} has no lead`,
      count: 1,
      to: `/org/ownership?scope=${home.name}`,
    },
  ];
}

function gapsBelow(index: OrgIndex, ref: string): Item[] {
  const { tree } = index;
  const { title, name } = tree.get(ref)!;
  const groups = tree.subtree(ref);
  const to = `/org/ownership?scope=${name}`;
  const unowned = index.owners.unowned.filter(
    ({ near }) => near && tree.isWithin(near, ref),
  ).length;
  const gaps = [
    { text: `Software without an owner in ${title}`, count: unowned },
    {
      text: `Groups without a lead in ${title}`,
      count: groups.filter(group => lacksLead(tree, group)).length,
    },
    {
      text: `Groups with nobody in them in ${title}`,
      count: groups.filter(group => isEmpty(index, group)).length,
    },
    {
      text: `Groups that own far more than others of their type in ${title}`,
      count: describeOwnership(index, [ref]).heavy.length,
    },
  ];
  return gaps.filter(({ count }) => count > 0).map(gap => ({ ...gap, to }));
}

/** The next date of the person's groups, if it is today or tomorrow. */
function nextCadence(index: OrgIndex, person: string, now: Date): Item[] {
  const { tree } = index;
  const refs = new Set([
    ...tree.groupsOf(person).map(({ ref }) => ref),
    ...tree.groupsLedBy(person),
  ]);
  const [next] = [...refs]
    .flatMap(ref => cadencesFor(index, ref))
    .flatMap(cadence => upcoming(cadence, now))
    .sort((a, b) => a.at.toMillis() - b.at.toMillis());
  if (!next) return [];
  return [{ text: next.text, count: 1, to: '/rhythm?scope=_mine&view=list' }];
}

/** The group's own cadences, and those of the groups above that name nobody: these are everybody's. */
function cadencesFor(index: OrgIndex, ref: string): GroupCadence[] {
  const above = index.tree
    .ancestors(ref)
    .flatMap(group => cadencesOf(index, group.ref))
    .filter(cadence => cadence.with.length === 0);
  return [...cadencesOf(index, ref), ...above];
}

/** The first date of a cadence that is still to come today or tomorrow, in the group's own time. */
function upcoming(cadence: GroupCadence, now: Date) {
  const zone = cadence.timeZone;
  const here = DateTime.fromJSDate(now, { zone });
  const from = here.minus({ days: 1 }).toUTC().toISODate()!;
  const to = here.plus({ days: 2 }).toUTC().toISODate()!;
  const today = here.startOf('day');
  const dates = cadenceDates(cadence, { from, to }, zone)
    .map(({ start }) => ({
      at: DateTime.fromISO(start, { zone }),
      timed: start.includes('T'),
    }))
    .filter(({ at, timed }) => (timed ? at > here : at >= today))
    .filter(({ at }) => at < today.plus({ days: 2 }));
  return dates.slice(0, 1).map(({ at, timed }) => {
    const day = at < today.plus({ days: 1 }) ? 'today' : 'tomorrow';
    const time = timed ? ` ${at.toFormat('HH:mm')} ${zone}` : '';
    return { at, text: `${cadence.title}, ${day}${time}` };
  });
}
