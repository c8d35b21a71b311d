import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import {
  RELATION_LEADER_OF,
  RELATION_LED_BY,
  RELATION_TEAM_DEPENDENCY_OF,
  RELATION_TEAM_DEPENDS_ON,
} from '@squadron/plugin-org-model-common';
import { groupSpecSchema, systemSpecSchema } from './specSchemas';

/** The relations that the spec fields of the org model stand for, in both directions. */
export function relationsOf(entity: Entity): EntityRelationSpec[] {
  switch (entity.kind.toLowerCase()) {
    case 'group':
      return groupRelations(entity);
    case 'system':
      return systemRelations(entity);
    default:
      return [];
  }
}

function groupRelations(entity: Entity): EntityRelationSpec[] {
  const { lead, teamDependencies } = groupSpecSchema.parse(entity.spec ?? {});
  return [
    ...pairs(entity, lead ? [lead] : [], 'User', [
      RELATION_LED_BY,
      RELATION_LEADER_OF,
    ]),
    ...pairs(
      entity,
      teamDependencies.map(({ ref }) => ref),
      'Group',
      [RELATION_TEAM_DEPENDS_ON, RELATION_TEAM_DEPENDENCY_OF],
    ),
  ];
}

function systemRelations(entity: Entity): EntityRelationSpec[] {
  const { dependsOn, parentSystem } = systemSpecSchema.parse(entity.spec ?? {});
  return [
    ...pairs(entity, parentSystem ? [parentSystem] : [], 'System', [
      RELATION_PART_OF,
      RELATION_HAS_PART,
    ]),
    ...pairs(entity, dependsOn, undefined, [
      RELATION_DEPENDS_ON,
      RELATION_DEPENDENCY_OF,
    ]),
  ];
}

function pairs(
  entity: Entity,
  references: readonly string[],
  defaultKind: string | undefined,
  [type, inverse]: [string, string],
): EntityRelationSpec[] {
  const source = getCompoundEntityRef(entity);
  const targets = new Map<string, CompoundEntityRef>();
  for (const reference of references) {
    const target = parseEntityRef(reference, {
      defaultKind,
      defaultNamespace: source.namespace,
    });
    targets.set(stringifyEntityRef(target), target);
  }
  return [...targets.values()].flatMap(target => [
    { source, type, target },
    { source: target, type: inverse, target: source },
  ]);
}
