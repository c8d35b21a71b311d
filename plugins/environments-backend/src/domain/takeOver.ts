import { ConflictError } from '@backstage/errors';
import {
  type EnvironmentFacts,
  type EnvironmentRecord,
  type NamespaceRecord,
  readEnvironment,
} from './facts';

type Claim = Pick<EnvironmentFacts, 'component' | 'branch' | 'owner'>;

/**
 * The environment that somebody gets who asks for one where a namespace of the same name is.
 *
 * @throws `ConflictError` when it is not the same owner's and for the same component and branch, when
 *   this plugin has not made it, or when it is going away
 */
export function takeOver(
  namespace: NamespaceRecord,
  claim: Claim,
): EnvironmentRecord {
  const { name } = namespace;
  const found = readEnvironment(namespace);
  if (!found) {
    throw new ConflictError(
      `The cluster has a namespace ${name} that is no environment of this portal: choose another name, or ask the operators of the cluster whose it is`,
    );
  }
  if (found.component !== claim.component || found.branch !== claim.branch) {
    const branch = found.branch ? `, branch ${found.branch}` : '';
    throw new ConflictError(
      `${name} is the environment of ${found.component}${branch}: choose another name`,
    );
  }
  if (found.owner !== claim.owner) {
    throw new ConflictError(
      `${name} belongs to ${found.owner}: ask them, or choose another name`,
    );
  }
  if (namespace.deletedAt) {
    throw new ConflictError(
      `${name} is just being taken away: try again in a minute`,
    );
  }
  return found;
}

/** Whether a task has made the environment, and may so take it away again. */
export function isMadeBy(
  { task }: EnvironmentFacts,
  asking: string | undefined,
): boolean {
  return task !== undefined && task === asking;
}
