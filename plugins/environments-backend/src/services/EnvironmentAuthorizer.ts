import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  RESOURCE_TYPE_ENVIRONMENT,
  environmentsPermissions,
} from '@squadron/plugin-environments-common';
import { GroupAuthorizer } from '@squadron/plugin-org-model-node';

/** Knows for the environments of which groups a caller may do something. */
export type EnvironmentAuthorizer = GroupAuthorizer<
  typeof RESOURCE_TYPE_ENVIRONMENT
>;

export function createEnvironmentAuthorizer(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): EnvironmentAuthorizer {
  return new GroupAuthorizer({
    ...options,
    pluginId: 'environments',
    resourceType: RESOURCE_TYPE_ENVIRONMENT,
    own: environmentsPermissions,
  });
}
