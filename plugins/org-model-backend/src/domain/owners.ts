import { parseEntityRef } from '@backstage/catalog-model';
import {
  OrgTree,
  toGroupRef,
  toUserRef,
} from '@squadron/plugin-org-model-common';
import type { SoftwareRecord } from './entities';

/** Why nobody owns an entity. */
export type UnownedReason =
  'no owner' | 'unknown owner' | 'owner without a group';

/** An entity without an owner, with the group that it belongs to by its System, if any. */
export interface Unowned {
  record: SoftwareRecord;
  reason: UnownedReason;
  near?: string;
}

/** Which group owns what. */
export interface Ownership {
  ownedBy(group: string): readonly SoftwareRecord[];
  unowned: readonly Unowned[];
}

/** Finds the owner of each entity; what a person owns counts for the person's home. */
export function ownersOf(
  software: readonly SoftwareRecord[],
  tree: OrgTree,
): Ownership {
  const owned = new Map<string, SoftwareRecord[]>();
  const unowned: Unowned[] = [];
  for (const record of software) {
    const { group, reason } = findOwner(record, tree);
    if (!group) {
      unowned.push({ record, reason, near: nearGroup(record, tree) });
      continue;
    }
    const list = owned.get(group);
    if (list) list.push(record);
    else owned.set(group, [record]);
  }
  return { ownedBy: group => owned.get(group) ?? [], unowned };
}

function findOwner(
  { ref, owner }: SoftwareRecord,
  tree: OrgTree,
): { group: string | undefined; reason: UnownedReason } {
  if (!owner) return { group: undefined, reason: 'no owner' };
  const { namespace } = parseEntityRef(ref);
  const person = owner.includes(':') && toUserRef(owner, namespace);
  if (person && tree.person(person)) {
    return {
      group: tree.homeOf(person)?.ref,
      reason: 'owner without a group',
    };
  }
  return {
    group: resolveIn(namespace, owner, tree),
    reason: 'unknown owner',
  };
}

/** The group that a text stands for in the namespace of the entity that writes it. */
function resolveIn(namespace: string, text: string, tree: OrgTree) {
  const ref = toGroupRef(text, namespace);
  return ref && tree.resolve(ref);
}

function nearGroup({ ref, system }: SoftwareRecord, tree: OrgTree) {
  // A System or Domain of a group's name belongs to that group even when it forgets to say so.
  const own = /^(system|domain):/.test(ref) ? toGroupRef(ref) : undefined;
  const { namespace } = parseEntityRef(ref);
  return (
    (own && tree.resolve(own)) ??
    (system ? resolveIn(namespace, system, tree) : undefined)
  );
}
