import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  GetEntitiesRequest,
  GetEntitiesResponse,
} from '@backstage/catalog-client';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';

/** What a file defines, as far as it says whose the file is. */
export interface DefinedEntity {
  entityRef: string;
  kind: string;
  /** Ref of the group that owns it. */
  owner: string;
  /** What was registered; the file itself, unless a list of files was. */
  origin: string;
}

/** Part of the catalog's service. */
interface EntitiesCatalog {
  getEntities(
    request: GetEntitiesRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<GetEntitiesResponse>;
}

/**
 * All entities that a file defines, whoever asks and of whatever kind: whoever changes the file, or what lies
 * beside it, needs the right of all their owners. What is read from a file is a fact that nobody can claim for
 * the file of somebody else.
 *
 * @param location - as the annotation `backstage.io/managed-by-location` notes it
 * @returns at least one
 * @throws `NotFoundError` when nothing is read from it: then nobody knows whose it is; `InputError` when something
 *   in it has no owner
 */
export async function entitiesDefinedAt(
  location: string,
  { auth, catalog }: { auth: AuthService; catalog: EntitiesCatalog },
): Promise<DefinedEntity[]> {
  const { items } = await catalog.getEntities(
    { filter: { [`metadata.annotations.${ANNOTATION_LOCATION}`]: location } },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  const defined = items.filter(entity => !isRegistrationOf(location, entity));
  if (defined.length === 0) {
    throw new NotFoundError(
      `The catalog reads nothing from ${location || 'no file'}, so nobody knows whose it is: register it first`,
    );
  }
  return defined.map(entity => ({
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind,
    owner: ownerOfEntity(entity),
    origin: entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ?? '',
  }));
}

/**
 * Ref of the group that owns an entity.
 *
 * @throws `InputError` when there is none
 */
export function ownerOfEntity(entity: Entity): string {
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  if (owner) return owner.targetRef;
  throw new InputError(
    `${stringifyEntityRef(entity)} has no owner: name a group in its \`spec.owner\` first, or move it to a file of its own`,
  );
}

/** The catalog notes what was registered as an entity that seems to come from the file itself. */
function isRegistrationOf(location: string, { kind, spec }: Entity): boolean {
  return kind === 'Location' && `${spec?.type}:${spec?.target}` === location;
}
