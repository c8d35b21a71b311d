import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { SoftwareRecord } from './entities';
import type { OrgIndex } from './OrgIndex';

/** How many components a group has, and how many of them say what a component should say of itself. */
export interface Coverage {
  group: string;
  covered: number;
  components: number;
}

/**
 * How much of the software is described: components with an owner that the tree has, a System, docs
 * and a lifecycle, of all components, by the group that owns them. One without an owner counts where
 * its System belongs, else at the top of the tree.
 */
export function coverageOf(index: OrgIndex): Coverage[] {
  const { tree, owners } = index;
  const ownerOf = new Map(
    tree
      .groups()
      .flatMap(({ ref }) =>
        owners.ownedBy(ref).map(record => [record.ref, ref] as const),
      ),
  );
  const coverage = new Map<string, Coverage>();
  const count = (group: string | undefined, isCovered: boolean) => {
    if (!group) return;
    const known = coverage.get(group) ?? { group, covered: 0, components: 0 };
    known.components += 1;
    known.covered += isCovered ? 1 : 0;
    coverage.set(group, known);
  };
  for (const record of index.software.filter(isComponent)) {
    const owner = ownerOf.get(record.ref);
    if (owner) count(owner, isDescribed(record, owner, tree, ownerOf));
  }
  for (const { record, near } of owners.unowned) {
    if (isComponent(record)) count(near ?? tree.roots[0], false);
  }
  return [...coverage.values()];
}

function isComponent({ kind }: SoftwareRecord): boolean {
  return kind === 'Component';
}

function isDescribed(
  { system, lifecycle, docs }: SoftwareRecord,
  owner: string,
  tree: OrgTree,
  ownerOf: ReadonlyMap<string, string>,
): boolean {
  if (!system || !lifecycle || !docs) return false;
  const holder = ownerOf.get(docs);
  // The handbook, which is shown where there is nothing else, is nobody's docs but its owner's.
  return holder !== undefined && tree.isWithin(owner, holder);
}
