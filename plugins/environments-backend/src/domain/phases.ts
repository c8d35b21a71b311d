import type { EnvironmentPhase } from '@squadron/plugin-environments-common';
import type { EnvironmentRecord, NamespaceRecord } from './facts';

/** A namespace takes seconds to go; after this time something holds it. */
const stuckAfterMs = 10 * 60_000;

/** Where an environment stands. */
export function phaseOf(facts: EnvironmentRecord, now: Date): EnvironmentPhase {
  const { deletedAt } = facts.namespace;
  if (deletedAt) {
    const goingMs = now.getTime() - deletedAt.getTime();
    return goingMs > stuckAfterMs ? 'stuck' : 'terminating';
  }
  return facts.expiresAt <= now ? 'expired' : facts.stage;
}

/** What holds a namespace that does not go, in the words of its cluster. */
export function heldBy({ conditions, finalizers }: NamespaceRecord): string {
  const said = conditions
    .filter(({ type, isTrue }) => isTrue && type.startsWith('Namespace'))
    .map(({ message }) => message);
  const own = finalizers.map(
    finalizer => `The namespace has the finalizer ${finalizer}`,
  );
  const all = [...said, ...own];
  return all.length > 0
    ? all.join('; ')
    : 'The cluster does not say what holds it: ask its operators';
}
