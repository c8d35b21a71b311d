import { stringifyError } from '@backstage/errors';
import type { Quota } from '@squadron/plugin-environments-common';
import type { ClusterClient } from '../clusters/ClusterClient';
import { type EnvironmentRecord, readEnvironment } from '../domain/facts';

/** Many people who look at once are one question to the cluster. */
const freshMs = 3_000;

/** What a cluster holds, or why it does not say. */
export interface Look {
  environments: readonly EnvironmentRecord[];
  quotas: ReadonlyMap<string, Quota[]>;
  problem?: string;
}

async function ask(cluster: ClusterClient): Promise<Look> {
  try {
    const [namespaces, quotas] = await Promise.all([
      cluster.namespaces(),
      cluster.quotas(),
    ]);
    const environments = namespaces.flatMap(
      namespace => readEnvironment(namespace) ?? [],
    );
    return { environments, quotas };
  } catch (error) {
    const problem =
      error instanceof Error ? error.message : stringifyError(error);
    return { environments: [], quotas: new Map(), problem };
  }
}

/** What the clusters hold, each asked once in some seconds. One that is down takes no other away. */
export class ClusterLook {
  readonly #now: () => Date;
  readonly #looks = new Map<string, { at: number; look: Promise<Look> }>();

  constructor(options: { now: () => Date }) {
    this.#now = options.now;
  }

  at(cluster: ClusterClient): Promise<Look> {
    const now = this.#now().getTime();
    const known = this.#looks.get(cluster.name);
    if (known && now - known.at < freshMs) return known.look;
    const look = ask(cluster);
    this.#looks.set(cluster.name, { at: now, look });
    return look;
  }

  /** Whoever changes something sees it at once. */
  forget(cluster: ClusterClient): void {
    this.#looks.delete(cluster.name);
  }
}
