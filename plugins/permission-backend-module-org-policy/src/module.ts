import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { orgModelServiceRef } from '@squadron/plugin-org-model-node';
import { OrgPolicy } from './OrgPolicy';

/** Who may do what, read from the tree of the organization. */
export const permissionModuleOrgPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'org-policy',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        logger: coreServices.logger,
        orgModel: orgModelServiceRef,
        policy: policyExtensionPoint,
      },
      async init({ policy, ...deps }) {
        policy.setPolicy(new OrgPolicy(deps));
      },
    });
  },
});
