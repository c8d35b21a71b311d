import {
  Entity,
  parseEntityRef,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntitiesSearchFilter } from '@backstage/plugin-catalog-node';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { createWithinGroupsRule } from '@squadron/plugin-org-model-node';

/** The rule `WITHIN_GROUPS` for entities of the catalog. */
export const entityWithinGroupsRule = createWithinGroupsRule({
  resourceRef: catalogEntityPermissionResourceRef,
  ownerOf: owningGroups,
  toQuery: ownedByGroups,
});

/** A group is its own; a person belongs to the groups that they are in; the rest to its owners. */
function owningGroups(entity: Entity): string[] {
  const kind = entity.kind.toLowerCase();
  if (kind === 'group') return [stringifyEntityRef(entity)];
  const relation = kind === 'user' ? RELATION_MEMBER_OF : RELATION_OWNED_BY;
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
}

function ownedByGroups(
  groups: string[],
): PermissionCriteria<EntitiesSearchFilter> {
  return {
    anyOf: [
      {
        allOf: [
          { key: 'kind', values: ['user'] },
          { key: `relations.${RELATION_MEMBER_OF}`, values: groups },
        ],
      },
      {
        allOf: [
          { not: { key: 'kind', values: ['user', 'group'] } },
          { key: `relations.${RELATION_OWNED_BY}`, values: groups },
        ],
      },
      ...groupsThemselves(groups),
    ],
  };
}

/** Names are looked up namespace by namespace: a reference as a whole is no key of the catalog. */
function groupsThemselves(
  groups: string[],
): PermissionCriteria<EntitiesSearchFilter>[] {
  const names = new Map<string, string[]>();
  for (const ref of groups) {
    const { namespace, name } = parseEntityRef(ref);
    names.set(namespace, [...(names.get(namespace) ?? []), name]);
  }
  return [...names].map(([namespace, values]) => ({
    allOf: [
      { key: 'kind', values: ['group'] },
      { key: 'metadata.namespace', values: [namespace] },
      { key: 'metadata.name', values },
    ],
  }));
}
