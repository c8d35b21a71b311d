import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { GroupAuthorizer } from '@squadron/plugin-org-model-node';
import {
  RESOURCE_TYPE_SCORECARD,
  scorecardsPermissions,
} from '@squadron/plugin-scorecards-common';

/** Knows for the scorecards of which groups a caller may do something. */
export type ScorecardAuthorizer = GroupAuthorizer<
  typeof RESOURCE_TYPE_SCORECARD
>;

export function createScorecardAuthorizer(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): ScorecardAuthorizer {
  return new GroupAuthorizer({
    ...options,
    pluginId: 'scorecards',
    resourceType: RESOURCE_TYPE_SCORECARD,
    own: scorecardsPermissions,
  });
}
