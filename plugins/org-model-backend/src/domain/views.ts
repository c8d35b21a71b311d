import {
  GroupAnswer,
  GroupRecord,
  GroupSummary,
  Link,
  OrgTree,
  Person,
  PersonRecord,
  TreeNode,
  roleInTitle,
} from '@squadron/plugin-org-model-common';
import type { OrgIndex } from './OrgIndex';

/** What lists say of a group. */
export function toSummary(group: GroupRecord): GroupSummary {
  const { ref, name, type, title, lifecycle } = group;
  return { ref, name, type, title, lifecycle };
}

/** Groups from a root down, or of the whole tree, parents first. */
export function toTreeNodes(
  index: OrgIndex,
  root: string | undefined,
  depth = Infinity,
): TreeNode[] {
  const { tree } = index;
  const groups = (root ? [root] : tree.roots).flatMap(ref =>
    tree.subtree(ref, depth),
  );
  const base = root ? tree.depth(root) : 0;
  return groups.map(group => {
    const { lead, through } = leadOf(tree, group);
    return {
      ...group,
      lead,
      // A parent that the answer does not hold would leave the reader with a dangling node.
      parent: group.ref === root ? undefined : tree.parent(group.ref)?.ref,
      leadTitle: lead && tree.person(lead)?.title,
      leadThrough: through?.title,
      depth: tree.depth(group.ref) - base,
      children: tree.children(group.ref).length,
      rollUp: index.rollUp(group.ref),
    };
  });
}

/** The lead of a group; a unit that names none is led by the lead of its squad. */
function leadOf(tree: OrgTree, group: GroupRecord) {
  if (group.lead || group.type !== 'unit') return { lead: group.lead };
  const squad = tree.ancestors(group.ref).find(({ type }) => type !== 'unit');
  return squad?.lead && tree.person(squad.lead)
    ? { lead: squad.lead, through: squad }
    : {};
}

/** A person with the titles that lists show. */
export function toPerson({ tree }: OrgIndex, person: PersonRecord): Person {
  return {
    ...person,
    role: person.role ?? roleInTitle(person.title),
    home: tree.homeOf(person.ref)?.title,
    leads: tree.groupsLedBy(person.ref).map(ref => tree.get(ref)!.title),
  };
}

/** A charter with everything that its page shows. */
export function toGroupAnswer(index: OrgIndex, ref: string): GroupAnswer {
  const { tree } = index;
  const detail = index.detail(ref);
  const { lead, through } = leadOf(tree, detail);
  const dependsOn = detail.teamDependencies.flatMap(dependency => {
    const group = tree.get(dependency.ref);
    return group ? [{ group: toSummary(group), for: dependency.for }] : [];
  });
  return {
    ...detail,
    ancestors: tree.ancestors(ref).reverse().map(toSummary),
    childGroups: tree.children(ref).map(child => ({
      ...toSummary(child),
      mission: index.detail(child.ref).mission,
    })),
    lead,
    leadPerson: lead ? tree.person(lead) : undefined,
    leadThrough: through && toSummary(through),
    dependsOn,
    dependencyOf: index.dependents(ref).map(dependent => ({
      group: toSummary(tree.get(dependent.from)!),
      for: dependent.for,
    })),
    rollUp: index.rollUp(ref),
  };
}

/** Dependencies and dotted lines that touch a part of the tree. */
export function toLinks(index: OrgIndex, root: string | undefined): Link[] {
  const { tree } = index;
  const touches = (link: Link) =>
    !root || tree.isWithin(link.from, root) || tree.isWithin(link.to, root);
  const dependencies = tree.groups().flatMap(({ ref }) =>
    index.detail(ref).teamDependencies.flatMap((dependency): Link[] => {
      const to = tree.resolve(dependency.ref);
      return to
        ? [{ from: ref, to, kind: 'dependency', text: dependency.for }]
        : [];
    }),
  );
  return [...dependencies, ...dottedLines(index)].filter(touches);
}

function dottedLines({ tree }: OrgIndex): Link[] {
  const counts = new Map<
    string,
    { from: string; to: string; people: number }
  >();
  for (const { ref } of tree.people()) {
    const [home, ...others] = tree.groupsOf(ref);
    for (const { ref: to } of others) {
      const key = `${home.ref} ${to}`;
      const count = counts.get(key) ?? { from: home.ref, to, people: 0 };
      counts.set(key, { ...count, people: count.people + 1 });
    }
  }
  return [...counts.values()].map(({ from, to, people }) => ({
    from,
    to,
    kind: 'dotted',
    text: people === 1 ? '1 person' : `${people} people`,
  }));
}
