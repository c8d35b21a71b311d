import type { RootConfigService } from '@backstage/backend-plugin-api';
import { OrgFolder, toOrgFolder } from '@squadron/plugin-org-model-node';

/** The folder of the definitions of KPIs. */
export function readDefinitionsFolder(config: RootConfigService): OrgFolder {
  const named = config.getOptionalString('scorecards.definitions.directory');
  return toOrgFolder(named ?? '../../catalog-info/scorecards');
}
