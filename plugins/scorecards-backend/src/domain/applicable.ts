import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { Kpi } from '@squadron/plugin-scorecards-common';

/** An entity that has a KPI, with the group that owns it. */
export interface ApplicableCell {
  kpi: Kpi;
  entity: string;
  group: string;
}

/** Refs of the groups that have the KPI by its definition; those that the tree lacks are left out. */
export function groupsWith({ appliesTo, owner }: Kpi, tree: OrgTree): string[] {
  switch (appliesTo.to) {
    case 'owner':
      return resolveAll([owner], tree);
    case 'groups':
      return resolveAll(appliesTo.groups, tree);
    case 'each':
      return tree
        .descendants(appliesTo.below)
        .filter(({ type }) => type === appliesTo.type)
        .map(({ ref }) => ref);
    case 'components':
      return [];
    default:
      return appliesTo satisfies never;
  }
}

function resolveAll(texts: readonly string[], tree: OrgTree): string[] {
  return [...new Set(texts.flatMap(text => tree.resolve(text) ?? []))];
}

/** All cells that definitions and tree ask for. Components are not among them: theirs come with their samples. */
export function cellsOf(kpis: readonly Kpi[], tree: OrgTree): ApplicableCell[] {
  return kpis.flatMap(kpi =>
    groupsWith(kpi, tree).map(ref => ({ kpi, entity: ref, group: ref })),
  );
}

/**
 * Whether an entity may have samples of the KPI.
 *
 * @param entity - its full ref
 * @param group - the group that owns it, or it itself
 */
export function isApplicable(
  kpi: Kpi,
  tree: OrgTree,
  entity: string,
  group: string,
): boolean {
  const { appliesTo } = kpi;
  if (appliesTo.to === 'components') {
    return (
      entity.startsWith('component:') && tree.isWithin(group, appliesTo.below)
    );
  }
  if (appliesTo.to === 'each') {
    // Asked for every row of a batch: the list of all groups would cost too much.
    return (
      tree.get(entity)?.type === appliesTo.type &&
      entity !== tree.resolve(appliesTo.below) &&
      tree.isWithin(entity, appliesTo.below)
    );
  }
  return groupsWith(kpi, tree).includes(entity);
}
