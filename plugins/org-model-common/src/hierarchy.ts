import type { GroupRecord } from './snapshot';

/** What is wrong with where a group hangs. */
export interface HierarchyProblem {
  ref: string;
  kind: 'duplicate' | 'no-parent' | 'unknown-parent' | 'cycle';
  message: string;
}

/** Groups in order, parents before children, each with the range of everything below it. */
export interface Hierarchy {
  /** Depth first; siblings by name, numbers in their natural order. */
  order: GroupRecord[];
  /** Position of each ref in `order`. */
  position: Map<string, number>;
  /** Position after the last descendant of the group at the same position. */
  end: number[];
  depth: number[];
  /** Refs of the parents that hold; a parent that is unknown or closes a cycle is left out. */
  parent: Map<string, string>;
  children: Map<string, string[]>;
  roots: string[];
  problems: HierarchyProblem[];
}

const collator = new Intl.Collator('en', { numeric: true });

/** Puts groups into a hierarchy that always holds, whatever the records say. */
export function buildHierarchy(records: readonly GroupRecord[]): Hierarchy {
  const problems: HierarchyProblem[] = [];
  const groups = dropDuplicates(records, problems);
  const parent = knownParents(groups, problems);
  cutCycles(parent, groups, problems);
  const children = new Map<string, string[]>();
  const tops: string[] = [];
  const sorted = [...groups.values()].sort(
    (a, b) =>
      collator.compare(a.name, b.name) || collator.compare(a.ref, b.ref),
  );
  for (const { ref } of sorted) {
    const above = parent.get(ref);
    const siblings = above === undefined ? tops : children.get(above);
    if (siblings) siblings.push(ref);
    else children.set(above!, [ref]);
  }
  const walked = walk(groups, children, tops);
  const roots = topFirst(tops, groups, walked);
  reportOrphans(roots, groups, problems);
  // The top of the tree comes first, so the order is walked again from it.
  return {
    ...walk(groups, children, roots),
    parent,
    children,
    roots,
    problems,
  };
}

function dropDuplicates(
  records: readonly GroupRecord[],
  problems: HierarchyProblem[],
) {
  const groups = new Map<string, GroupRecord>();
  for (const record of records) {
    if (groups.has(record.ref)) {
      problems.push({
        ref: record.ref,
        kind: 'duplicate',
        message: `${record.ref} is there twice; the first one counts: remove or rename the other`,
      });
    } else {
      groups.set(record.ref, record);
    }
  }
  return groups;
}

function knownParents(
  groups: Map<string, GroupRecord>,
  problems: HierarchyProblem[],
) {
  const parent = new Map<string, string>();
  for (const { ref, parent: above } of groups.values()) {
    if (above === undefined) continue;
    if (groups.has(above)) parent.set(ref, above);
    else {
      problems.push({
        ref,
        kind: 'unknown-parent',
        message: `Its parent ${above} does not exist: correct \`parent\` or add that group`,
      });
    }
  }
  return parent;
}

/** Cuts each cycle above its first member by name, so that the same records always give the same tree. */
function cutCycles(
  parent: Map<string, string>,
  groups: Map<string, GroupRecord>,
  problems: HierarchyProblem[],
) {
  const done = new Set<string>();
  for (const start of groups.keys()) {
    const trail: string[] = [];
    const onTrail = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !onTrail.has(at)) {
      trail.push(at);
      onTrail.add(at);
      at = parent.get(at);
    }
    if (at !== undefined && onTrail.has(at)) {
      const cycle = trail.slice(trail.indexOf(at));
      const [cut] = [...cycle].sort(collator.compare);
      parent.delete(cut);
      problems.push({
        ref: cut,
        kind: 'cycle',
        message: `Its parents lead back to itself (${[...cycle, at].join(' → ')}): give one of them another parent`,
      });
    }
    trail.forEach(ref => done.add(ref));
  }
}

function walk(
  groups: Map<string, GroupRecord>,
  children: Map<string, string[]>,
  roots: string[],
) {
  const order: GroupRecord[] = [];
  const position = new Map<string, number>();
  const end: number[] = [];
  const depth: number[] = [];
  // An explicit stack: a chain of thousands must not overflow the call stack.
  const stack = roots.map(ref => ({ ref, level: 0, closing: false })).reverse();
  while (stack.length > 0) {
    const { ref, level, closing } = stack.pop()!;
    if (closing) {
      end[position.get(ref)!] = order.length;
      continue;
    }
    position.set(ref, order.length);
    depth.push(level);
    order.push(groups.get(ref)!);
    stack.push({ ref, level, closing: true });
    for (const child of [...(children.get(ref) ?? [])].reverse()) {
      stack.push({ ref: child, level: level + 1, closing: false });
    }
  }
  return { order, position, end, depth };
}

/** The top is an organization if there is one, else the root with most below it; what was cut off comes last. */
function topFirst(
  roots: string[],
  groups: Map<string, GroupRecord>,
  { position, end }: Pick<Hierarchy, 'position' | 'end'>,
) {
  const size = (ref: string) => end[position.get(ref)!] - position.get(ref)!;
  const rank = (ref: string) => {
    const { type, parent } = groups.get(ref)!;
    if (type === 'organization') return 0;
    return parent === undefined ? 1 : 2;
  };
  return [...roots].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
}

function reportOrphans(
  [top, ...others]: string[],
  groups: Map<string, GroupRecord>,
  problems: HierarchyProblem[],
) {
  for (const ref of others) {
    if (groups.get(ref)!.parent !== undefined) continue;
    problems.push({
      ref,
      kind: 'no-parent',
      message: `It has no parent, so that it hangs outside the tree of ${top}: add \`parent\``,
    });
  }
}
