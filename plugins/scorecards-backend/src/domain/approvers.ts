import type { OrgTree, PersonRecord } from '@squadron/plugin-org-model-common';

/** Who leads a group above the group, nearest first, each once. */
function leadsAbove(tree: OrgTree, group: string): PersonRecord[] {
  const above = tree.parent(group);
  return above ? tree.leads(above.ref) : [];
}

/** Members of executive teams, who decide where nobody above leads. */
function executives(tree: OrgTree): PersonRecord[] {
  return [...tree.people()].filter(({ ref }) => tree.isExecutive(ref));
}

/**
 * Who may decide what somebody asks for a group: the leads of the groups above it, nearest first, and
 * where there is none the executives; never the requester, whatever they lead.
 */
export function approversOf(
  tree: OrgTree,
  group: string,
  requester: string,
): PersonRecord[] {
  const isOther = ({ ref }: PersonRecord) => ref !== requester;
  const leads = leadsAbove(tree, group).filter(isOther);
  return leads.length > 0 ? leads : executives(tree).filter(isOther);
}

/** Who is told of a request: the nearest lead above, and where there is none all executives. */
export function askedFirst(
  tree: OrgTree,
  group: string,
  requester: string,
): PersonRecord[] {
  const lead = leadsAbove(tree, group).find(({ ref }) => ref !== requester);
  return lead ? [lead] : approversOf(tree, group, requester);
}

/** What a person may decide, as a filter; see {@link decidableBy}. */
export interface Decidable {
  caller: string;
  /** Groups for which they decide what anybody else asks. */
  groups: string[];
  /** By requester: groups for which they decide what that person alone asks. */
  unless: Map<string, string[]>;
}

/** All requests of which {@link approversOf} names the person, without looking at each. */
export function decidableBy(tree: OrgTree, person: string): Decidable {
  const groups = tree
    .groupsLedBy(person)
    .flatMap(ref => (tree.person(person) ? tree.descendants(ref) : []))
    .map(({ ref }) => ref);
  const led = new Set(groups);
  const unless = new Map<string, string[]>();
  if (tree.isExecutive(person)) {
    for (const { ref } of tree.groups()) {
      if (led.has(ref)) continue;
      const [lead, another] = leadsAbove(tree, ref);
      if (!lead) led.add(ref);
      else if (!another) {
        unless.set(lead.ref, [...(unless.get(lead.ref) ?? []), ref]);
      }
    }
  }
  return { caller: person, groups: [...led], unless };
}
