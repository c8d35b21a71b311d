import type { Person } from '@squadron/plugin-org-model-common';
import { ancestorsOf, GroupTree } from '@squadron/plugin-org-model-react';

/** Somebody whom a new hire should meet. */
export interface Acquaintance {
  ref: string;
  title: string;
  /** Who they are to the new hire. */
  why: string;
}

const MATES = 6;

/** The lead of the home group, the next lead up, then those who share the home; nobody twice, never oneself. */
export function peopleToMeet(options: {
  me: string;
  home: string;
  tree: GroupTree;
  mates: Person[];
}): Acquaintance[] {
  const { me, home, tree, mates } = options;
  const group = tree.byRef.get(home);
  const found = new Map<string, Acquaintance>();
  const add = (ref: string | undefined, title: string, why: string) => {
    if (ref && ref !== me && !found.has(ref))
      found.set(ref, { ref, title, why });
  };
  const line = [
    ...(group ? [group] : []),
    ...ancestorsOf(tree, home).reverse(),
  ];
  const leads = line.filter(({ lead }) => lead && lead !== me);
  leads
    .slice(0, 2)
    .forEach(node =>
      add(node.lead, node.leadTitle ?? node.lead!, `leads ${node.title}`),
    );
  mates
    .slice(0, MATES + 2)
    .forEach(mate =>
      add(
        mate.ref,
        mate.title,
        mate.role ?? `in ${group?.title ?? 'your group'}`,
      ),
    );
  return [...found.values()].slice(0, MATES + 2);
}
