import { NotFoundError } from '@backstage/errors';
import type { ClusterClient } from '../clusters/ClusterClient';
import { type EnvironmentRecord, readEnvironment } from '../domain/facts';

/** Where an environment is. */
export interface Place {
  cluster: string;
  namespace: string;
}

/**
 * The environment of a name, as its cluster has it now.
 *
 * @throws `NotFoundError` when there is none, or the namespace is not of this portal's making
 */
export async function findEnvironment(
  client: ClusterClient,
  name: string,
): Promise<EnvironmentRecord> {
  const namespace = await client.namespace(name);
  const found = namespace && readEnvironment(namespace);
  if (found) return found;
  throw new NotFoundError(
    `The cluster ${client.title} has no environment ${name}: it may have ended`,
  );
}
