import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { TreeIndex } from '../services/TreeIndex';
import { registerGetGroup } from './getGroup';
import { registerListPeople } from './listPeople';
import { registerWhoLeads } from './whoLeads';

/** What the actions need. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  index: TreeIndex;
  permissions: PermissionsService;
}

/** Registers what an assistant may usefully ask of the organization. */
export function registerActions(options: ActionOptions): void {
  registerGetGroup(options);
  registerListPeople(options);
  registerWhoLeads(options);
}
