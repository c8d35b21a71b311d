import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** Milliseconds between two looks at the catalog. */
export function readPollMs(config: RootConfigService): number {
  const key = 'orgModel.index.pollSeconds';
  const seconds = config.getOptionalNumber(key) ?? 15;
  if (seconds < 5 || seconds > 30) {
    throw new InputError(
      `${key} is ${seconds}: write 5 to 30, so that no replica is more than half a minute behind`,
    );
  }
  return seconds * 1_000;
}
