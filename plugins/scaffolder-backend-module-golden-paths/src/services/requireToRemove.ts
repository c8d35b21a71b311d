import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { goldenPathsProjectDeletePermission } from '@squadron/plugin-golden-paths-common';
import type { ProjectAuthorizer } from './ProjectAuthorizer';
import type { ProjectFinder } from './ProjectFinder';

export interface RemovalOptions {
  finder: Pick<ProjectFinder, 'find' | 'definedAt'>;
  projects: Pick<ProjectAuthorizer, 'require'>;
}

/**
 * Refuses to take away a file of the catalog with what lies beside it, unless it defines one component and
 * the caller may take that away.
 *
 * @param location - as the catalog notes it
 * @throws `NotFoundError` when nothing is read from it: then nobody knows whose it is
 */
export async function requireToRemove(
  { finder, projects }: RemovalOptions,
  location: string,
  credentials: BackstageCredentials,
): Promise<void> {
  const [component, ...others] = await finder.definedAt(location);
  if (!component) {
    throw new NotFoundError(
      `The catalog reads no component from ${location}, so nobody knows whose it is: register it first`,
    );
  }
  await projects.require(
    goldenPathsProjectDeletePermission,
    credentials,
    component.owner,
  );
  if (others.length > 0) {
    const all = [component, ...others].map(({ entityRef }) => entityRef).sort();
    throw new ConflictError(
      `${location} defines ${all.join(', ')}: take one of them out of the file instead`,
    );
  }
}
