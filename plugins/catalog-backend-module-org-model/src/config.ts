import { resolve } from 'node:path';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import { OrgFolder, toOrgFolder } from '@squadron/plugin-org-model-node';

/** `catalog.orgModel` with its defaults. */
export interface OrgModelConfig {
  folders: OrgFolder[];
  frequency: HumanDuration;
  maxDeletedPercent: number;
  /** The folder that holds a docs site for each squad. */
  docsDirectory?: string;
  /** The entity whose docs a System shows that has none. */
  docsFallback?: string;
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
  const docsDirectory = config.getOptionalString('docsDirectory');
  return {
    folders: readFolders(config),
    frequency: config.has('frequency')
      ? readDurationFromConfig(config, { key: 'frequency' })
      : { minutes: 5 },
    maxDeletedPercent,
    docsDirectory: docsDirectory && resolve(docsDirectory),
    docsFallback: readDocsFallback(config),
  };
}

function readFolders(config: Config): OrgFolder[] {
  const value = config.get('directory');
  const directories =
    typeof value === 'string' ? [value] : config.getStringArray('directory');
  return directories.map(toOrgFolder);
}

function readDocsFallback(config: Config): string | undefined {
  const value = config.getOptionalString('docsFallback');
  if (value === undefined) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(value));
  } catch {
    throw new InputError(
      `catalog.orgModel.docsFallback is "${value}": write an entity with its kind, such as component:default/handbook`,
    );
  }
}
