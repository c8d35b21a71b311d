import type {
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { OnboardingQueries } from '../services/OnboardingQueries';
import type { TreeIndex } from '../services/TreeIndex';
import { registerGetGroup } from './getGroup';
import { registerGetOnboarding } from './getOnboarding';
import { registerListPeople } from './listPeople';
import { registerWhoLeads } from './whoLeads';

/** What the actions need. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  index: TreeIndex;
  onboarding: OnboardingQueries;
  permissions: PermissionsService;
}

/** Registers what an assistant may usefully ask of the organization. */
export function registerActions(options: ActionOptions): void {
  registerGetGroup(options);
  registerGetOnboarding(options);
  registerListPeople(options);
  registerWhoLeads(options);
}
