import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** The file of the tag policy. */
export function readTagPolicyPath(config: RootConfigService): string {
  return (
    config.getOptionalString('squadron.goldenPaths.tagPolicy') ??
    '../../catalog-info/costs/tag-policy.yaml'
  );
}

/** How many minutes a repository stays whose golden path does not come to its end. */
export function readUnkeptMinutes(config: RootConfigService): number {
  const key = 'squadron.goldenPaths.unkeptMinutes';
  const minutes = config.getOptionalNumber(key) ?? 30;
  if (minutes > 0) return minutes;
  throw new InputError(`${key} is ${minutes}: give a number above 0`);
}
