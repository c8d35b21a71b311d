import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';

type Entity = ReturnType<typeof useEntity>['entity'];

export type AboutValue =
  | { text: string; code?: boolean }
  | { refs: ReturnType<typeof getEntityRelations>; defaultKind: string };

interface AboutField {
  label: string;
  value: AboutValue;
}

const LOCATION = 'backstage.io/managed-by-location';

/** Where an entity is defined, such as `catalog-info/org/division-1b.yaml:38`. */
function definedIn(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[LOCATION]?.replace(/^(file|url):/, '');
}

function textField(label: string, value: unknown, code = false): AboutField[] {
  return typeof value === 'string' && value
    ? [{ label, value: { text: value, code } }]
    : [];
}

function refsField(
  label: string,
  entity: Entity,
  relation: string,
  kind?: string,
): AboutField[] {
  const refs = getEntityRelations(
    entity,
    relation,
    kind ? { kind } : undefined,
  );
  const defaultKind = kind ?? 'group';
  return refs.length > 0 ? [{ label, value: { refs, defaultKind } }] : [];
}

/** The facts of an entity, without those that it does not have. */
export function aboutFields(entity: Entity): AboutField[] {
  const { spec, metadata } = entity;
  return [
    ...refsField('Owner', entity, 'ownedBy'),
    ...refsField('Domain', entity, 'partOf', 'domain'),
    ...refsField('System', entity, 'partOf', 'system'),
    ...refsField('Part of', entity, 'partOf', 'component'),
    ...textField('Kind', entity.kind),
    ...textField('Type', spec?.type),
    ...textField('Lifecycle', spec?.lifecycle),
    ...textField('Tags', metadata.tags?.join(', ')),
    ...textField('Defined in', definedIn(entity), true),
  ];
}
