import { ProblemList } from '@squadron/backend-kit';
import { DeclaredGroup } from './declarations';
import { GroupIndex } from './groupIndex';

/** The parent of each group but the company, by name. */
export type Parents = ReadonlyMap<string, DeclaredGroup>;

/**
 * Finds the parent of every group: the group that it is written inside of, else the one that it
 * names, else the company. Says which parents do not exist, and which lead back to themselves.
 */
export function resolveParents(
  groups: readonly DeclaredGroup[],
  index: GroupIndex,
  problems: ProblemList,
): Parents {
  const company = groups.find(({ type }) => type === 'organization');
  const parents = new Map<string, DeclaredGroup>();
  for (const group of groups) {
    const parent = parentOf(group, index, problems) ?? company;
    if (parent && group.type !== 'organization') {
      parents.set(group.name, parent);
    }
  }
  reportCycles(groups, parents, problems);
  return parents;
}

/** The groups above a group, nearest first. */
export function ancestorsOf(
  group: DeclaredGroup,
  parents: Parents,
): DeclaredGroup[] {
  const above: DeclaredGroup[] = [];
  const seen = new Set([group.name]);
  let next = parents.get(group.name);
  while (next && !seen.has(next.name)) {
    above.push(next);
    seen.add(next.name);
    next = parents.get(next.name);
  }
  return above;
}

function parentOf(
  group: DeclaredGroup,
  index: GroupIndex,
  problems: ProblemList,
): DeclaredGroup | undefined {
  if (group.within || group.parent === undefined) return group.within;
  const found = index.find(group.parent);
  if (found.group) return found.group;
  problems.error(
    group.at(['parent']),
    `the parent of ${group.name} is unknown: ${found.message}`,
    found.fix,
  );
  return undefined;
}

function reportCycles(
  groups: readonly DeclaredGroup[],
  parents: Parents,
  problems: ProblemList,
): void {
  const done = new Set<string>();
  for (const start of groups) {
    const trail: DeclaredGroup[] = [];
    let next: DeclaredGroup | undefined = start;
    while (next && !done.has(next.name)) {
      done.add(next.name);
      trail.push(next);
      next = parents.get(next.name);
    }
    const entry = trail.findIndex(({ name }) => name === next?.name);
    if (next && entry >= 0) {
      const names = [...trail.slice(entry), next].map(({ name }) => name);
      problems.error(
        next.at(['parent']),
        `the parents of ${next.name} lead back to itself: ${names.join(' → ')}`,
        'give one of them a parent outside of this circle',
      );
    }
  }
}
