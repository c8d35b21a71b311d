import type {
  DefinitionsStatus,
  Me,
  OrgTree,
} from '@squadron/plugin-org-model-common';
import type { OrgIndex } from './OrgIndex';
import { isEmpty, lacksLead } from './ownership';

type Item = Me['attention'][number];

/** What waits for a person in the tree, most urgent first. */
export function attentionOf(
  index: OrgIndex,
  person: string,
  definitions: DefinitionsStatus | undefined,
): Item[] {
  const { tree } = index;
  const led = topsOf(tree, tree.groupsLedBy(person));
  return [
    ...definitionFaults(
      definitions,
      led.length > 0 || tree.isExecutive(person),
    ),
    ...homeWithoutLead(tree, person),
    ...led.flatMap(ref => gapsBelow(index, ref)),
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
  ];
  return gaps.filter(({ count }) => count > 0).map(gap => ({ ...gap, to }));
}
