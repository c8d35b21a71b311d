import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { OrgFolder, toOrgFolder } from '@squadron/plugin-org-model-node';

/** The folder of the definitions of KPIs. */
export function readDefinitionsFolder(config: RootConfigService): OrgFolder {
  const named = config.getOptionalString('scorecards.definitions.directory');
  return toOrgFolder(named ?? '../../catalog-info/scorecards');
}

/** Whether a new portal is filled with a history that is made up. */
export function readSampleData(config: RootConfigService): boolean {
  return config.getOptionalBoolean('squadron.sampleData') ?? false;
}

const dayMinutes = 24 * 60;

/** How long a cell is not told again of, in milliseconds. */
export function readCoolDownMs(config: RootConfigService): number {
  const key = 'scorecards.notifications.coolDownMinutes';
  const minutes = config.getOptionalNumber(key) ?? 60;
  if (minutes >= 0 && minutes <= 7 * dayMinutes) return minutes * 60_000;
  throw new InputError(
    `${key} is ${minutes}: write minutes from 0, which tells every change, to ${7 * dayMinutes}, a week`,
  );
}

/** As far back as samples are taken and pages may ask. */
const leastRetentionDays = 800;

/** How many days facts are kept, and as many more as the longest window has. */
export function readRetentionDays(config: RootConfigService): number {
  const key = 'scorecards.retentionDays';
  const days = config.getOptionalNumber(key) ?? leastRetentionDays;
  if (Number.isInteger(days) && days >= leastRetentionDays) return days;
  throw new InputError(
    `${key} is ${days}: write whole days, ${leastRetentionDays} or more`,
  );
}
