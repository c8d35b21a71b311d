import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { gitServiceRef } from '@squadron/plugin-git-node';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import { checkTagsAction } from './actions/checkTagsAction';
import { ensureInCatalog } from './actions/ensureInCatalog';
import {
  deleteEnvironment,
  extendEnvironment,
} from './actions/environments/changeEnvironment';
import { createEnvironment } from './actions/environments/createEnvironment';
import { promoteEnvironment } from './actions/environments/promoteEnvironment';
import { publishToPortal } from './actions/publishToPortal';
import { writeProvenance } from './actions/writeProvenance';
import { readTagPolicyPath, readUnkeptMinutes } from './config';
import { ProjectAuthorizer } from './services/ProjectAuthorizer';
import { createEnvironmentsClient } from './services/createEnvironmentsClient';
import { createTagPolicy } from './services/createTagPolicy';

/** What golden paths do beside what the scaffolder can. */
export const goldenPathsModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'golden-paths',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        git: gitServiceRef,
        logger: coreServices.logger,
        orgModel: orgModelServiceRef,
        permissions: coreServices.permissions,
      },
      async init(deps) {
        const now = () => new Date();
        const policy = createTagPolicy({
          path: readTagPolicyPath(deps.config),
          logger: deps.logger,
          now,
        });
        const projects = new ProjectAuthorizer(deps);
        const environments = createEnvironmentsClient(deps);
        deps.actions.addActions(
          checkTagsAction({ ...deps, policy }),
          createEnvironment(environments),
          deleteEnvironment(environments),
          ensureInCatalog(deps),
          extendEnvironment(environments),
          promoteEnvironment(environments, deps),
          publishToPortal({
            ...deps,
            projects,
            unkeptMinutes: readUnkeptMinutes(deps.config),
            now,
          }),
          writeProvenance(),
        );
      },
    });
  },
});
