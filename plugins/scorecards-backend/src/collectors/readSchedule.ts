import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** How often a collector runs, and how long one attempt may take. */
export interface CollectorSchedule {
  everySeconds: number;
  timeoutSeconds: number;
}

/** Reads `everySeconds` and `timeoutSeconds` of a collector. */
export function readSchedule(
  config: Pick<RootConfigService, 'getOptionalNumber'> | undefined,
  defaults: CollectorSchedule,
): CollectorSchedule {
  const read = (name: keyof CollectorSchedule, least: number, most: number) => {
    const seconds = config?.getOptionalNumber(name) ?? defaults[name];
    if (seconds < least || seconds > most) {
      throw new InputError(
        `${name} of a collector is ${seconds}: write ${least} to ${most}`,
      );
    }
    return seconds;
  };
  return {
    // The scheduler looks every five seconds.
    everySeconds: read('everySeconds', 5, 86_400),
    timeoutSeconds: read('timeoutSeconds', 1, 3_600),
  };
}
