import { existsSync } from 'node:fs';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { OrgFolder, toOrgFolder } from '@squadron/plugin-org-model-node';

/**
 * Milliseconds between two looks at the catalog. Other plugins keep the tree for 15 seconds more,
 * and no replica may be more than half a minute behind.
 */
export function readPollMs(config: RootConfigService): number {
  const key = 'orgModel.index.pollSeconds';
  const seconds = config.getOptionalNumber(key) ?? 10;
  if (seconds < 5 || seconds > 15) {
    throw new InputError(
      `${key} is ${seconds}: write 5 to 15, so that no replica is more than half a minute behind`,
    );
  }
  return seconds * 1_000;
}

/** The folder of the checklists for new people; none where nobody has written or named one. */
export function readOnboardingFolder(
  config: RootConfigService,
  exists: (path: string) => boolean = existsSync,
): OrgFolder | undefined {
  const named = config.getOptionalString('orgModel.onboarding.directory');
  const folder = toOrgFolder(named ?? '../../catalog-info/onboarding');
  return named || exists(folder.directory) ? folder : undefined;
}
