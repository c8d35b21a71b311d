import {
  OrgTree,
  toGroupRef,
  toUserRef,
} from '@squadron/plugin-org-model-common';
import type { SoftwareRecord } from './entities';

/** Why nobody owns an entity. */
export type UnownedReason = 'no owner' | 'unknown owner';

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
    const group = ownerGroup(record.owner, tree);
    if (group) {
      const list = owned.get(group);
      if (list) list.push(record);
      else owned.set(group, [record]);
    } else if (!isKnownPerson(record.owner, tree)) {
      unowned.push({
        record,
        reason: record.owner ? 'unknown owner' : 'no owner',
        near: nearGroup(record, tree),
      });
    }
  }
  return { ownedBy: group => owned.get(group) ?? [], unowned };
}

function ownerGroup(owner: string | undefined, tree: OrgTree) {
  if (!owner) return undefined;
  const person = owner.includes(':') && toUserRef(owner);
  return person ? tree.homeOf(person)?.ref : tree.resolve(owner);
}

function isKnownPerson(owner: string | undefined, tree: OrgTree): boolean {
  const person = owner?.includes(':') && toUserRef(owner);
  return Boolean(person && tree.person(person));
}

function nearGroup({ ref, system }: SoftwareRecord, tree: OrgTree) {
  // A System or Domain of a group's name belongs to that group even when it forgets to say so.
  const own = /^(system|domain):/.test(ref) ? toGroupRef(ref) : undefined;
  return (
    (own && tree.resolve(own)) ?? (system && tree.resolve(system)) ?? undefined
  );
}
