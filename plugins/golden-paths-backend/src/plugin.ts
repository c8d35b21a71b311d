import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { createContractClient } from '@squadron/contract';
import { environmentsContract } from '@squadron/plugin-environments-common';
import { clearCopies, gitPlacesServiceRef } from '@squadron/plugin-git-node';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import { createRouter } from './router/createRouter';
import { DryRun } from './services/DryRun';
import { GoldenPathRenderer } from './services/GoldenPathRenderer';
import { NameCheck } from './services/NameCheck';
import { createProjectAuthorizer } from './services/ProjectAuthorizer';
import { ProjectUpdates } from './services/ProjectUpdates';
import { Projects } from './services/Projects';
import { TaskHistory } from './services/TaskHistory';
import { TaskOwners } from './services/TaskOwners';

/** No update takes as long. */
const dayMs = 24 * 60 * 60_000;

/** Knows how golden paths do, what they would write and what their newer versions would change. */
export const goldenPathsPlugin = createBackendPlugin({
  pluginId: 'golden-paths',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        orgModel: orgModelServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        places: gitPlacesServiceRef,
        reader: coreServices.urlReader,
        scaffolder: scaffolderServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ places, ...others }) {
        const deps = { ...others, ...places };
        const now = () => new Date();
        const groups = createProjectAuthorizer(deps);
        groups.register();
        const environments = createContractClient(environmentsContract, {
          discovery: deps.discovery,
          fetch,
        });
        const renderer = new GoldenPathRenderer({
          ...deps,
          dryRun: new DryRun(deps),
        });
        const projects = new Projects(deps);
        await deps.scheduler.scheduleTask({
          id: 'golden-paths-clear-copies',
          // Each replica has a temporary folder of its own.
          scope: 'local',
          frequency: { hours: 1 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 1 },
          fn: () => clearCopies(new Date(now().getTime() - dayMs)),
        });
        deps.httpRouter.use(
          createRouter({
            ...deps,
            history: new TaskHistory({ ...deps, now }),
            names: new NameCheck({ ...deps, environments, now }),
            owners: new TaskOwners(deps),
            renderer,
            updates: new ProjectUpdates({
              ...deps,
              groups,
              projects,
              renderer,
            }),
          }),
        );
      },
    });
  },
});
