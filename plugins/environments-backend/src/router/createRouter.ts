import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  type ContractAuthorization,
  createContractRouter,
} from '@squadron/backend-kit';
import {
  environmentsContract,
  environmentsReadPermission,
} from '@squadron/plugin-environments-common';
import {
  type EnvironmentRouteOptions,
  environmentRoutes,
} from './environmentRoutes';
import { type MeasureRouteOptions, measureRoutes } from './measureRoutes';

const authorization: ContractAuthorization<typeof environmentsContract> = {
  clusters: environmentsReadPermission,
  environments: environmentsReadPermission,
  environment: environmentsReadPermission,
  // Of the group that owns it, which the command knows.
  createEnvironment: 'in-handler',
  promoteEnvironment: 'in-handler',
  extendEnvironment: 'in-handler',
  deleteEnvironment: 'in-handler',
  createKubeconfig: 'in-handler',
  measures: environmentsReadPermission,
  measure: environmentsReadPermission,
};

export interface RouterOptions
  extends EnvironmentRouteOptions, MeasureRouteOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}

/** The plugin's API. */
export function createRouter(options: RouterOptions) {
  const { httpAuth, permissions, auditor } = options;
  return createContractRouter(environmentsContract, {
    handlers: { ...environmentRoutes(options), ...measureRoutes(options) },
    authorization,
    httpAuth,
    permissions,
    auditor,
  });
}
