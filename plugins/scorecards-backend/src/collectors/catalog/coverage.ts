import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { OrgTree } from '@squadron/plugin-org-model-common';

const ownDocs = 'backstage.io/techdocs-ref';
const docsOf = 'backstage.io/techdocs-entity';

/** A component and whether it says of itself what it should. */
export interface DescribedComponent {
  /** The group that owns it; nothing where nobody of the tree does. */
  group: string | undefined;
  /** It has an owner, a System, docs and a lifecycle. */
  covered: boolean;
}

/** Refs of other entities whose docs are shown for these. */
export function docsHolders(components: readonly Entity[]): string[] {
  return [
    ...new Set(
      components.flatMap(
        ({ metadata }) => metadata.annotations?.[docsOf] ?? [],
      ),
    ),
  ];
}

function ownerOf(entity: Entity, tree: OrgTree): string | undefined {
  const [owner] = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .flatMap(
      ({ targetRef }) =>
        tree.resolve(targetRef) ?? tree.homeOf(targetRef)?.ref ?? [],
    );
  return owner;
}

/** Which components are described. Docs of somebody else, such as a handbook for all, do not count. */
export function describeComponents(
  components: readonly Entity[],
  holders: readonly Entity[],
  tree: OrgTree,
): DescribedComponent[] {
  const holderOwners = new Map(
    holders.map(holder => [stringifyEntityRef(holder), ownerOf(holder, tree)]),
  );
  const hasDocs = ({ metadata }: Entity, owner: string) => {
    const { [ownDocs]: own, [docsOf]: other } = metadata.annotations ?? {};
    if (own) return true;
    const holder = other && holderOwners.get(other);
    return holder ? tree.isWithin(owner, holder) : false;
  };
  return components.map(component => {
    const { spec = {} } = component;
    const group = ownerOf(component, tree);
    const covered = Boolean(
      group && spec.system && spec.lifecycle && hasDocs(component, group),
    );
    return { group, covered };
  });
}
