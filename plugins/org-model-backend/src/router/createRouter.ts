import {
  ContractAuthorization,
  createContractRouter,
} from '@squadron/backend-kit';
import type {
  AuditorService,
  DiscoveryService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  orgModelContract,
  orgModelFeedManagePermission,
  orgModelReadPermission,
} from '@squadron/plugin-org-model-common';
import type { DefinitionsStatusReader } from '../services/DefinitionsStatusReader';
import type { FeedService } from '../services/FeedService';
import type { SnapshotQueries } from '../services/SnapshotQueries';
import type { TreeIndex } from '../services/TreeIndex';
import { healthRoutes } from './healthRoutes';
import { peopleRoutes } from './peopleRoutes';
import { rhythmRoutes } from './rhythmRoutes';
import { treeRoutes } from './treeRoutes';

const authorization: ContractAuthorization<typeof orgModelContract> = {
  tree: orgModelReadPermission,
  snapshot: orgModelReadPermission,
  links: orgModelReadPermission,
  group: orgModelReadPermission,
  people: orgModelReadPermission,
  me: orgModelReadPermission,
  ownership: orgModelReadPermission,
  rhythm: orgModelReadPermission,
  problems: orgModelReadPermission,
  listFeeds: orgModelReadPermission,
  createFeed: orgModelFeedManagePermission,
  revokeFeed: orgModelFeedManagePermission,
};

export interface RouterOptions {
  index: TreeIndex;
  snapshots: SnapshotQueries;
  feeds: FeedService;
  definitions: DefinitionsStatusReader;
  discovery: DiscoveryService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  now: () => Date;
}

/** The plugin's API. */
export function createRouter(options: RouterOptions) {
  const { httpAuth, permissions, auditor } = options;
  return createContractRouter(orgModelContract, {
    handlers: {
      ...treeRoutes(options),
      ...peopleRoutes(options),
      ...rhythmRoutes(options),
      ...healthRoutes(options),
    },
    authorization,
    httpAuth,
    permissions,
    auditor,
  });
}
