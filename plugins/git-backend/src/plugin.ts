import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { openDatabase } from '@squadron/backend-kit';
import { gitPermissions } from '@squadron/plugin-git-common';
import { gitPlacesServiceRef } from '@squadron/plugin-git-node';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import { migrationsDirectory } from './database/migrationsDirectory';
import { Sweeper } from './engine/Sweeper';
import { cloneRouter } from './router/cloneRouter';
import { createRouter } from './router/createRouter';
import { CloneCredentials } from './services/CloneCredentials';

/** Serves the portal's own repositories, read-only. */
export const gitPlugin = createBackendPlugin({
  pluginId: 'git',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        orgModel: orgModelServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        places: gitPlacesServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ places: { git }, ...deps }) {
        const { orgModel, httpRouter } = deps;
        const knex = await openDatabase({
          database: deps.database,
          migrationsDirectory,
        });
        const now = () => new Date();
        const credentials = new CloneCredentials({ knex, orgModel, now });
        deps.permissionsRegistry.addPermissions(gitPermissions);
        if (git) {
          // git has no session: it brings a credential, which the router checks.
          httpRouter.addAuthPolicy({
            path: '/repositories',
            allow: 'unauthenticated',
          });
          httpRouter.use(cloneRouter({ ...deps, git, credentials }));
          await new Sweeper({ ...deps, git, now }).schedule(deps.scheduler);
        }
        httpRouter.use(createRouter({ ...deps, git, credentials }));
      },
    });
  },
});
