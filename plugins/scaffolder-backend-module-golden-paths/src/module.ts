import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { gitPlacesServiceRef } from '@squadron/plugin-git-node';
import { goldenPathsContract } from '@squadron/plugin-golden-paths-common';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import { adoptRepository } from './actions/adoptRepository';
import { archiveOnHost } from './actions/archiveOnHost';
import { checkTagsAction } from './actions/checkTagsAction';
import { ensureInCatalog } from './actions/ensureInCatalog';
import {
  deleteEnvironment,
  extendEnvironment,
} from './actions/environments/changeEnvironment';
import { createEnvironment } from './actions/environments/createEnvironment';
import { findEnvironments } from './actions/environments/findEnvironments';
import { promoteEnvironment } from './actions/environments/promoteEnvironment';
import { findProject } from './actions/findProject';
import { publishRepository } from './actions/publishRepository';
import { removeFromCatalog } from './actions/removeFromCatalog';
import { removeRepository } from './actions/removeRepository';
import { updateFromTemplate } from './actions/updateFromTemplate';
import { writeProvenance } from './actions/writeProvenance';
import { readTagPolicyPath } from './config';
import { PatientAuthorizer } from './services/PatientAuthorizer';
import { ProjectFinder } from './services/ProjectFinder';
import { createEnvironmentsClient } from './services/createEnvironmentsClient';
import { createPublisher } from './services/createPublisher';
import { createTagPolicy } from './services/createTagPolicy';
import { createPluginClient } from './services/pluginClient';

/** What golden paths do beside what the scaffolder can. */
export const goldenPathsModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'golden-paths',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        orgModel: orgModelServiceRef,
        permissions: coreServices.permissions,
        places: gitPlacesServiceRef,
        reader: coreServices.urlReader,
      },
      async init({ places, ...others }) {
        const deps = { ...others, ...places };
        const now = () => new Date();
        const policy = createTagPolicy({
          path: readTagPolicyPath(deps.config),
          logger: deps.logger,
          now,
        });
        const projects = new PatientAuthorizer(deps);
        const existing = { ...deps, projects, finder: new ProjectFinder(deps) };
        const environments = createEnvironmentsClient(deps);
        deps.actions.addActions(
          adoptRepository(existing),
          archiveOnHost(existing),
          checkTagsAction({ ...deps, policy }),
          createEnvironment(environments),
          deleteEnvironment(environments),
          ensureInCatalog({ ...deps, projects }),
          extendEnvironment(environments),
          findEnvironments(environments),
          findProject(existing),
          promoteEnvironment(environments, deps),
          publishRepository({
            ...deps,
            projects,
            publisher: createPublisher(deps),
          }),
          removeFromCatalog(existing),
          removeRepository(existing),
          updateFromTemplate(createPluginClient(goldenPathsContract, deps)),
          writeProvenance(),
        );
      },
    });
  },
});
