import {
  DefinitionsStatus,
  Me,
  OrgTree,
  inheritedRoles,
  isNewHire,
} from '@squadron/plugin-org-model-common';
import { attentionOf } from './attention';
import type { OrgIndex } from './OrgIndex';
import { toPerson, toSummary } from './views';

/** The signed-in person; `person` is left out when the tree does not have them. */
export function describeMe(
  index: OrgIndex,
  userRef: string,
  now: Date,
  definitions: DefinitionsStatus | undefined,
): Me {
  const { tree } = index;
  const record = tree.person(userRef);
  const led = new Set(tree.groupsLedBy(userRef));
  const groups = new Map(tree.groupsOf(userRef).map(each => [each.ref, each]));
  led.forEach(ref => groups.set(ref, tree.get(ref)!));
  return {
    person: record && toPerson(index, record),
    groups: [...groups.values()].map(group => ({
      ...toSummary(group),
      rollUp: index.rollUp(group.ref),
      leads: led.has(group.ref),
    })),
    roles: rolesOf(tree, userRef, now),
    attention: attentionOf(index, userRef, now, definitions),
  };
}

/** What a person is in the portal; nothing when the tree does not have them. */
export function rolesOf(
  tree: OrgTree,
  userRef: string,
  now: Date,
): Me['roles'] {
  if (!tree.person(userRef)) return [];
  const roles = new Set<Me['roles'][number]>(
    tree
      .groupsOf(userRef)
      .flatMap(group => inheritedRoles([group, ...tree.ancestors(group.ref)])),
  );
  if (tree.groupsLedBy(userRef).length > 0) roles.add('manager');
  if (tree.isExecutive(userRef)) roles.add('executive');
  if (isNewHire(tree.person(userRef)?.joinedAt, now)) roles.add('new-hire');
  return [...roles];
}
