import type { Environment } from '@squadron/plugin-environments-common';
import { day, hour } from './countdown';
import { isGoing } from './phases';

const choices = [24, 48, 72];

/** A way to keep an environment longer. */
export interface Extension {
  hours: number;
  /** The moment at which it then ends, in milliseconds. */
  until: number;
  /** It cannot be kept longer than that. */
  isMost: boolean;
}

type Extendable = Pick<
  Environment,
  'phase' | 'createdAt' | 'expiresAt' | 'extendableUntil'
>;

/**
 * How much longer an environment can be kept: by 24, 48 or 72 hours from now, never beyond the latest moment.
 * What would bring the same end as a shorter one, or no later end than there is, is left out.
 */
export function extensionsOf(
  environment: Extendable,
  now: number,
): Extension[] {
  if (whyNotExtend(environment)) return [];
  const most = Date.parse(environment.extendableUntil);
  const end = Date.parse(environment.expiresAt);
  const all = choices.map(hours => {
    const until = Math.min(now + hours * hour, most);
    return { hours, until, isMost: until === most };
  });
  return all.filter(
    ({ until }, index) => until > end && until !== all[index - 1]?.until,
  );
}

/** Why an environment cannot be kept longer at all, whoever asks. */
export function whyNotExtend({
  phase,
  createdAt,
  expiresAt,
  extendableUntil,
}: Extendable): string | undefined {
  if (phase === 'preparing') return 'It is being made';
  if (isGoing(phase)) return 'It is being taken away';
  if (expiresAt < extendableUntil) return undefined;
  const days = Math.round(
    (Date.parse(extendableUntil) - Date.parse(createdAt)) / day,
  );
  return `It stays for its ${days} days, the most that there is`;
}
