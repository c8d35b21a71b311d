import type { RootConfigService } from '@backstage/backend-plugin-api';

/** The file of the tag policy. */
export function readTagPolicyPath(config: RootConfigService): string {
  return (
    config.getOptionalString('squadron.goldenPaths.tagPolicy') ??
    '../../catalog-info/costs/tag-policy.yaml'
  );
}
