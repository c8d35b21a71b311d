import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authOwnershipResolutionExtensionPoint } from '@backstage/plugin-auth-node';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import { OrgOwnershipResolver } from './OrgOwnershipResolver';

/** What a person owns at sign-in, whichever provider they sign in with. */
export const authModuleOrgOwnership = createBackendModule({
  pluginId: 'auth',
  moduleId: 'org-ownership',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        logger: coreServices.logger,
        orgModel: orgModelServiceRef,
        ownership: authOwnershipResolutionExtensionPoint,
      },
      async init({ ownership, ...deps }) {
        ownership.setAuthOwnershipResolver(new OrgOwnershipResolver(deps));
      },
    });
  },
});
