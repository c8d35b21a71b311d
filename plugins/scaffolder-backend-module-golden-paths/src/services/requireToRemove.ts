import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { goldenPathsProjectDeletePermission } from '@squadron/plugin-golden-paths-common';
import type { PatientAuthorizer } from './PatientAuthorizer';
import type { ProjectFinder } from './ProjectFinder';

export interface RemovalOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getLocationByEntity'>;
  finder: Pick<ProjectFinder, 'find' | 'definedAt'>;
  projects: Pick<PatientAuthorizer, 'require'>;
}

/**
 * Refuses to take away a file of the catalog with what lies beside it, unless it was registered by itself, defines
 * no second component, and the caller may take away all that it defines.
 *
 * @param location - as the catalog notes it
 * @returns the id under which the file was registered
 * @throws `NotFoundError` when nothing is read from it: then nobody knows whose it is
 */
export async function requireToRemove(
  { auth, catalog, finder, projects }: RemovalOptions,
  location: string,
  credentials: BackstageCredentials,
): Promise<string> {
  const entities = await finder.definedAt(location);
  for (const owner of new Set(entities.map(each => each.owner))) {
    await projects.require(
      goldenPathsProjectDeletePermission,
      credentials,
      owner,
    );
  }
  const listed = entities.find(({ origin }) => origin !== location);
  if (listed) {
    throw new InputError(
      `${listed.entityRef} was not registered by itself: take it out of ${listed.origin || 'what defines it'}`,
    );
  }
  const components = entities
    .filter(({ kind }) => kind === 'Component')
    .map(({ entityRef }) => entityRef)
    .sort();
  if (components.length > 1) {
    throw new ConflictError(
      `${location} defines ${components.join(', ')}: take one of them out of the file instead`,
    );
  }
  // Whoever may take the component away needs no right to read or unregister anything else.
  const own = { credentials: await auth.getOwnServiceCredentials() };
  const [{ entityRef }] = entities;
  const registered = await catalog.getLocationByEntity(entityRef, own);
  if (!registered) {
    throw new InputError(
      `${entityRef} was not registered by anybody, the configuration lists it: take the target ${location.replace(/^[a-z]+:/, '')} out of \`catalog.locations\` (or what finds it out of \`catalog.providers\`), restart the portal, and take away what is left by hand`,
    );
  }
  return registered.id;
}
