import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ProjectUpdates } from '../services/ProjectUpdates';
import { findAuthor } from '../services/findAuthor';
import type { GoldenPathsHandlers } from './types';

export interface ProjectRouteOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  updates: ProjectUpdates;
}

/** Routes about what golden paths have made. */
export function projectRoutes(
  options: ProjectRouteOptions,
): Pick<GoldenPathsHandlers, 'projectUpdate' | 'updateProject'> {
  const { updates } = options;
  return {
    async projectUpdate({ params, credentials }) {
      return updates.describe(params.component, credentials);
    },
    async updateProject({ params, credentials, audit, signal }) {
      const author = await findAuthor(credentials, options);
      const updated = await updates.update(
        params.component,
        credentials,
        author,
        signal,
      );
      const { template, from, to, commit, mergeRequest } = updated;
      const conflicts = updated.conflicts.map(({ path }) => path);
      audit({ template, from, to, commit, mergeRequest, conflicts });
      return updated;
    },
  };
}
