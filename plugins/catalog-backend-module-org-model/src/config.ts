import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import { OrgFolder, toOrgFolder } from '@squadron/plugin-org-model-node';

/** `catalog.orgModel` with its defaults. */
export interface OrgModelConfig {
  folders: OrgFolder[];
  frequency: HumanDuration;
  maxDeletedPercent: number;
}

/** Reads `catalog.orgModel`; nothing when the catalog is filled in another way. */
export function readOrgModelConfig(
  root: RootConfigService,
): OrgModelConfig | undefined {
  const config = root.getOptionalConfig('catalog.orgModel');
  if (!config) return undefined;
  const maxDeletedPercent = config.getOptionalNumber('maxDeletedPercent') ?? 10;
  if (maxDeletedPercent < 0 || maxDeletedPercent > 100) {
    throw new InputError(
      `catalog.orgModel.maxDeletedPercent is ${maxDeletedPercent}: write a number from 0 to 100`,
    );
  }
  return {
    folders: readFolders(config),
    frequency: config.has('frequency')
      ? readDurationFromConfig(config, { key: 'frequency' })
      : { minutes: 5 },
    maxDeletedPercent,
  };
}

function readFolders(config: Config): OrgFolder[] {
  const value = config.get('directory');
  const directories =
    typeof value === 'string' ? [value] : config.getStringArray('directory');
  return directories.map(toOrgFolder);
}
