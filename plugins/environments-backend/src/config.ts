import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { type Limits, defaultLimits } from './domain/expiry';
import { type QuotaSize, defaultQuota } from './manifests/environment';

const minute = 60_000;
const hour = 60 * minute;

/**
 * How long environments stay.
 *
 * @throws `InputError` when a time is not longer than the one before it
 */
export function readLimits(config: RootConfigService): Limits {
  const read = (name: string, unit: number, otherwise: number) => {
    const value = config.getOptionalNumber(`environments.limits.${name}`);
    return value === undefined ? otherwise : value * unit;
  };
  const limits = {
    preparing: read('preparingMinutes', minute, defaultLimits.preparing),
    ready: read('readyHours', hour, defaultLimits.ready),
    most: read('mostDays', 24 * hour, defaultLimits.most),
  };
  const { preparing, ready, most } = limits;
  if (!(preparing > 0 && ready >= preparing && most >= ready)) {
    throw new InputError(
      'environments.limits must grow: preparingMinutes more than 0, readyHours no less than that, mostDays no less than readyHours',
    );
  }
  return limits;
}

/** The most that an environment may take. */
export function readQuota(config: RootConfigService): QuotaSize {
  const quota = config.getOptionalConfig('environments.quota');
  const named = quota?.get<Record<string, string | number>>() ?? {};
  const texts = Object.entries(named).map(([resource, most]) => [
    resource,
    String(most),
  ]);
  return { ...defaultQuota, ...Object.fromEntries(texts) };
}
