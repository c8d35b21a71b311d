import { RootConfigService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

const CONFIG_KEY = 'auth.providers.demo';

/** Tells whether the demo provider is configured, and refuses it in production. */
export function isDemoConfigured(
  config: RootConfigService,
  nodeEnv: string | undefined,
): boolean {
  if (!config.has(CONFIG_KEY)) {
    return false;
  }
  if (nodeEnv === 'production') {
    throw new NotAllowedError(
      `${CONFIG_KEY} lets anybody sign in as anybody and is refused with NODE_ENV=production. ` +
        `Remove ${CONFIG_KEY} and configure auth.providers.oidc, or start with NODE_ENV=development.`,
    );
  }
  return true;
}
