import { toldAt } from './expiry';
import type { EnvironmentRecord, Told } from './facts';
import { heldBy, phaseOf } from './phases';

/** Whether an environment is past its end and nobody has taken it away yet. */
export function isToReap(environment: EnvironmentRecord, now: Date): boolean {
  return phaseOf(environment, now) === 'expired';
}

/** What somebody is to be told of an environment. */
export interface Warning {
  told: Exclude<Told, ''>;
  /** The same for the same warning, so that it is never two. */
  id: string;
  title: string;
  description: string;
}

function describe(environment: EnvironmentRecord, told: Warning['told']) {
  const { namespace, expiresAt } = environment;
  if (told === 'stuck') {
    return {
      title: `${namespace.name} cannot be taken away`,
      description: heldBy(namespace),
    };
  }
  return {
    title: `${namespace.name} goes in ${told === '1h' ? 'an hour' : '12 hours'}`,
    description: `It ends ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC with everything in it. Keep it longer if you still need it.`,
  };
}

function dueAt(environment: EnvironmentRecord, now: Date): Told {
  const phase = phaseOf(environment, now);
  if (phase === 'stuck') return 'stuck';
  return phase === 'ready' ? toldAt(environment.expiresAt, now) : '';
}

const order: readonly Told[] = ['', '12h', '1h', 'stuck'];

/** What is to be told of an environment now; nothing when it has been told, or a later thing has. */
export function warningOf(
  environment: EnvironmentRecord,
  now: Date,
): Warning | undefined {
  const told = dueAt(environment, now);
  if (told === '') return undefined;
  if (order.indexOf(environment.told) >= order.indexOf(told)) return undefined;
  const { uid } = environment.namespace;
  const end = environment.expiresAt.toISOString();
  return {
    told,
    id: `environment-${uid}-${told}-${end}`,
    ...describe(environment, told),
  };
}
