import type { Environment, Quota } from '@squadron/plugin-environments-common';
import { type Limits, latestEnd } from './expiry';
import type { EnvironmentRecord } from './facts';
import { heldBy, phaseOf } from './phases';

/** An environment as the API tells of it. */
export function describeEnvironment(
  environment: EnvironmentRecord,
  context: {
    cluster: string;
    ownerTitle: string;
    quotas: readonly Quota[];
    limits: Limits;
    now: Date;
  },
): Environment {
  const { namespace, component, branch, owner, createdBy } = environment;
  const phase = phaseOf(environment, context.now);
  return {
    cluster: context.cluster,
    namespace: namespace.name,
    component,
    branch,
    owner,
    ownerTitle: context.ownerTitle,
    createdBy,
    createdAt: environment.createdAt.toISOString(),
    expiresAt: environment.expiresAt.toISOString(),
    extendableUntil: latestEnd(environment, context.limits).toISOString(),
    phase,
    problem: phase === 'stuck' ? heldBy(namespace) : undefined,
    quotas: [...context.quotas],
    labels: namespace.labels,
  };
}
