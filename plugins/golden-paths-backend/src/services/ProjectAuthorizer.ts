import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  RESOURCE_TYPE_PROJECT,
  goldenPathsPermissions,
} from '@squadron/plugin-golden-paths-common';
import { GroupAuthorizer } from '@squadron/plugin-org-model-node';

/** Knows for the projects of which groups a caller may do something. */
export type ProjectAuthorizer = GroupAuthorizer<typeof RESOURCE_TYPE_PROJECT>;

export function createProjectAuthorizer(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): ProjectAuthorizer {
  return new GroupAuthorizer({
    ...options,
    pluginId: 'golden-paths',
    resourceType: RESOURCE_TYPE_PROJECT,
    own: goldenPathsPermissions,
  });
}
