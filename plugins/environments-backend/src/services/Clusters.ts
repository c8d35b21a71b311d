import { NotFoundError } from '@backstage/errors';
import type { ClusterClient } from '../clusters/ClusterClient';

/** The clusters that environments are made in. */
export class Clusters {
  readonly #clients: readonly ClusterClient[];

  constructor(clients: readonly ClusterClient[]) {
    this.#clients = clients;
  }

  all(): readonly ClusterClient[] {
    return this.#clients;
  }

  /**
   * The cluster of a name, or the first.
   *
   * @throws `NotFoundError` when there is none
   */
  named(name?: string): ClusterClient {
    const [first] = this.#clients;
    if (!first) {
      throw new NotFoundError(
        'This portal has no cluster for environments: add one with a serviceAccountToken to kubernetes.clusterLocatorMethods',
      );
    }
    if (name === undefined) return first;
    const found = this.#clients.find(client => client.name === name);
    if (found) return found;
    const names = this.#clients.map(client => client.name).join(', ');
    throw new NotFoundError(
      `There is no cluster "${name}" for environments: choose one of ${names}`,
    );
  }
}
