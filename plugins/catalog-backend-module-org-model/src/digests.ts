import { createHash } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DeferredEntity } from '@backstage/plugin-catalog-node';

/** Entities by their references; for each a word that changes with the definition. */
export type Digests = ReadonlyMap<string, string | undefined>;

const ANNOTATION_DIGEST = 'org-model.squadron/digest';

/** The entity with its digest on it, which the catalog keeps as it is. */
export function withDigest(entity: Entity): Entity {
  const digest = createHash('sha256')
    .update(JSON.stringify(entity))
    .digest('hex')
    .slice(0, 16);
  const { annotations } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { ...annotations, [ANNOTATION_DIGEST]: digest },
    },
  };
}

/** The digest that the entity has on it, if any. */
export function digestOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[ANNOTATION_DIGEST];
}

/** The digests of entities that are about to be given to the catalog. */
export function digestsOf(entities: readonly DeferredEntity[]): Digests {
  return new Map(
    entities.map(({ entity }) => [
      stringifyEntityRef(entity),
      digestOf(entity),
    ]),
  );
}

/** What is missing, is there in another form, or is there and should not be. */
export function differences(held: Digests, wanted: Digests): Set<string> {
  const refs = [...held.keys(), ...wanted.keys()];
  return new Set(
    refs.filter(
      ref =>
        !held.has(ref) || !wanted.has(ref) || held.get(ref) !== wanted.get(ref),
    ),
  );
}
