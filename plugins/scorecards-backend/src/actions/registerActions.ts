import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { SceneOptions } from '../services/Scene';
import type { Queries } from '../services/createQueries';
import { registerExplainVerdict } from './explainVerdict';
import { registerGetScorecard } from './getScorecard';
import { registerListMissed } from './listMissed';

/** What the actions need. */
export interface ActionOptions extends SceneOptions {
  actionsRegistry: ActionsRegistryService;
  permissions: PermissionsService;
  queries: Queries;
}

/** Registers what an assistant may usefully ask about targets. */
export function registerActions(options: ActionOptions): void {
  registerExplainVerdict(options);
  registerGetScorecard(options);
  registerListMissed(options);
}
