import type {
  GroupRecord,
  OrgTree,
  Ownership,
} from '@squadron/plugin-org-model-common';
import type { SoftwareRecord } from './entities';
import type { OrgIndex } from './OrgIndex';
import { groupsWithin } from './scope';
import { toSummary } from './views';

/** Where most groups own the same, one more is beyond the fence and yet nothing to speak of. */
const leastExcess = 3;
/** Too few groups of a type say nothing about what is usual. */
const fewestOfType = 4;

/** A unit is led by its squad's lead and worked by its squad's people; a planned group has neither yet. */
function needsPeople({ type, lifecycle }: GroupRecord): boolean {
  return type !== 'unit' && lifecycle !== 'planned';
}

export function lacksLead(tree: OrgTree, group: GroupRecord): boolean {
  return needsPeople(group) && !(group.lead && tree.person(group.lead));
}

export function isEmpty(index: OrgIndex, group: GroupRecord): boolean {
  return (
    needsPeople(group) &&
    index.rollUp(group.ref).people.total === 0 &&
    index.detail(group.ref).participants.length === 0
  );
}

/** Where ownership has gaps in parts of the tree of which none lies inside another; everywhere when there is none. */
export function describeOwnership(
  index: OrgIndex,
  roots: readonly string[],
): Ownership {
  const { tree, owners } = index;
  const groups = groupsWithin(tree, roots);
  const inScope = new Set(groups.map(({ ref }) => ref));
  const unowned = owners.unowned.filter(
    ({ near }) =>
      roots.length === 0 || (near !== undefined && inScope.has(near)),
  );
  const owned = groups.reduce(
    (sum, { ref }) => sum + owners.ownedBy(ref).length,
    0,
  );
  const toGap = (group: GroupRecord) => ({
    ...toSummary(group),
    parentTitle: tree.parent(group.ref)?.title,
  });
  const leadable = groups.filter(needsPeople);
  const noLead = leadable.filter(group => lacksLead(tree, group));
  return {
    unowned: unowned.map(({ record, reason }) => ({
      ...toOwnedRecord(record),
      reason,
    })),
    noLead: noLead.map(toGap),
    empty: groups.filter(group => isEmpty(index, group)).map(toGap),
    shares: sharesOf(index, roots, owned),
    heavy: heavyOf(index, groups),
    totals: {
      entities: owned + unowned.length,
      owned,
      groups: leadable.length,
      groupsWithLead: leadable.length - noLead.length,
    },
  };
}

function toOwnedRecord({ ref, kind, type, title, owner }: SoftwareRecord) {
  return { ref, kind, type, title, owner };
}

function sharesOf(
  index: OrgIndex,
  roots: readonly string[],
  all: number,
): Ownership['shares'] {
  const { tree, owners } = index;
  const totals = tree.rollUp(ref => owners.ownedBy(ref).length);
  const tops = roots.length > 0 ? roots : tree.roots.slice(0, 1);
  // A group that only holds divisions would hide them behind one large share.
  const parts = tops
    .flatMap(top => tree.children(top))
    .flatMap(group =>
      group.type === 'group' ? tree.children(group.ref) : [group],
    );
  return parts
    .map(group => {
      const owned = totals.get(group.ref)!;
      return {
        group: toSummary(group),
        owned,
        share: all > 0 ? owned / all : 0,
        people: index.rollUp(group.ref).people.total,
      };
    })
    .sort((a, b) => b.owned - a.owned);
}

function heavyOf(
  index: OrgIndex,
  groups: readonly GroupRecord[],
): Ownership['heavy'] {
  const countOf = ({ ref }: GroupRecord) => index.owners.ownedBy(ref).length;
  const byType = new Map<string, number[]>();
  // What is usual is asked of the whole tree, so that the answer does not depend on the scope.
  for (const group of index.tree.groups()) {
    const counts = byType.get(group.type);
    if (counts) counts.push(countOf(group));
    else byType.set(group.type, [countOf(group)]);
  }
  const usual = new Map(
    [...byType].map(([type, counts]) => [type, tukey(counts)]),
  );
  return groups
    .flatMap(group => {
      const { fence, median } = usual.get(group.type)!;
      const owned = countOf(group);
      return owned > fence && owned >= median + leastExcess
        ? [{ group: toSummary(group), owned, typical: median }]
        : [];
    })
    .sort((a, b) => b.owned - a.owned);
}

/** Median and upper fence, Q3 + 1.5 · (Q3 − Q1), with linear interpolation between ranks. */
export function tukey(counts: readonly number[]) {
  const sorted = [...counts].sort((a, b) => a - b);
  const quantile = (part: number) => {
    const rank = (sorted.length - 1) * part;
    const below = sorted[Math.floor(rank)];
    return below + (sorted[Math.ceil(rank)] - below) * (rank % 1);
  };
  const [q1, median, q3] = [0.25, 0.5, 0.75].map(quantile);
  const fence = sorted.length < fewestOfType ? Infinity : q3 + 1.5 * (q3 - q1);
  return { median, fence };
}
