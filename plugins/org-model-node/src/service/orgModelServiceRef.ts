import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultOrgModelService } from './DefaultOrgModelService';
import type { OrgModelService } from './OrgModelService';

/**
 * The tree of the organization, in any backend plugin or module.
 *
 * @example
 * ```ts
 * deps: { orgModel: orgModelServiceRef },
 * async init({ orgModel }) {
 *   const [lead] = await orgModel.leads('squad-b-1', { requester });
 * }
 * ```
 */
export const orgModelServiceRef = createServiceRef<OrgModelService>({
  id: 'org-model.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
      },
      factory: deps => new DefaultOrgModelService(deps),
    }),
});
