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
  orgModelOnboardingFollowPermission,
  orgModelOnboardingTickPermission,
  orgModelReadPermission,
} from '@squadron/plugin-org-model-common';
import type { DefinitionsStatusReader } from '../services/DefinitionsStatusReader';
import type { FeedService } from '../services/FeedService';
import type { OnboardingCommands } from '../services/OnboardingCommands';
import type { OnboardingQueries } from '../services/OnboardingQueries';
import type { SnapshotQueries } from '../services/SnapshotQueries';
import type { TreeIndex } from '../services/TreeIndex';
import { healthRoutes } from './healthRoutes';
import { measureRoutes } from './measureRoutes';
import { onboardingRoutes } from './onboardingRoutes';
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
  onboarding: orgModelReadPermission,
  tickOnboardingItem: orgModelOnboardingTickPermission,
  untickOnboardingItem: orgModelOnboardingTickPermission,
  newPeople: orgModelOnboardingFollowPermission,
  newPerson: orgModelOnboardingFollowPermission,
  measures: orgModelReadPermission,
  measure: orgModelReadPermission,
};

export interface RouterOptions {
  index: TreeIndex;
  snapshots: SnapshotQueries;
  feeds: FeedService;
  definitions: DefinitionsStatusReader;
  onboarding: { queries: OnboardingQueries; commands: OnboardingCommands };
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
      ...onboardingRoutes(options),
      ...measureRoutes(options),
      ...healthRoutes(options),
    },
    authorization,
    httpAuth,
    permissions,
    auditor,
  });
}
