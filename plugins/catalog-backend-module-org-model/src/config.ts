import { basename, isAbsolute, resolve } from 'node:path';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import { OrgFolder } from '@squadron/plugin-org-model-node';

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
  return directories.map(directory => ({
    directory: resolve(directory),
    label: `${labelOf(directory)}/`,
  }));
}

/** How people know the folder: below the repository, without the way from the backend to it. */
function labelOf(directory: string): string {
  return isAbsolute(directory)
    ? basename(directory)
    : directory.replace(/^(\.{1,2}\/)+/, '').replace(/\/+$/, '');
}
