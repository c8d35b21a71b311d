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
import { publishToPortal } from './actions/publishToPortal';
import { writeProvenance } from './actions/writeProvenance';
import { readTagPolicyPath } from './config';
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
        git: gitServiceRef,
        logger: coreServices.logger,
        orgModel: orgModelServiceRef,
      },
      async init(deps) {
        const policy = createTagPolicy({
          path: readTagPolicyPath(deps.config),
          logger: deps.logger,
          now: () => new Date(),
        });
        deps.actions.addActions(
          checkTagsAction({ ...deps, policy }),
          ensureInCatalog(deps),
          publishToPortal(deps),
          writeProvenance(),
        );
      },
    });
  },
});
