import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ClusterClient } from '../clusters/ClusterClient';
import {
  type EnvironmentRecord,
  type NamespaceRecord,
  readEnvironment,
} from '../domain/facts';
import type { Clusters } from '../services/Clusters';

/** Does something about the environments of a cluster where it is time for it. */
export interface Keeper {
  keep(
    cluster: ClusterClient,
    environments: readonly EnvironmentRecord[],
  ): Promise<void>;
}

export interface UpkeepOptions {
  clusters: Pick<Clusters, 'all'>;
  keepers: readonly Keeper[];
  logger: LoggerService;
}

/**
 * Looks after the environments of all clusters. It remembers nothing: what it does follows from what
 * the clusters hold and from the clock, so that it may run twice at once and after any crash.
 */
export class Upkeep {
  readonly #options: UpkeepOptions;

  constructor(options: UpkeepOptions) {
    this.#options = options;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'environments-upkeep',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 5 },
      fn: () => this.run(),
    });
  }

  async run(): Promise<void> {
    await Promise.all(
      this.#options.clusters.all().map(cluster => this.#keep(cluster)),
    );
  }

  /** One cluster that is down keeps no other from being looked after. */
  async #keep(cluster: ClusterClient): Promise<void> {
    const { keepers, logger } = this.#options;
    try {
      const namespaces = await cluster.namespaces();
      const environments = this.#read(cluster, namespaces);
      for (const keeper of keepers) await keeper.keep(cluster, environments);
    } catch (error) {
      logger.warn(
        `The environments of ${cluster.title} are looked after again in a minute: ${stringifyError(error)}`,
      );
    }
  }

  #read(
    cluster: ClusterClient,
    namespaces: readonly NamespaceRecord[],
  ): EnvironmentRecord[] {
    return namespaces.flatMap(namespace => {
      const environment = readEnvironment(namespace);
      if (environment) return [environment];
      this.#options.logger.warn(
        `${namespace.name} in ${cluster.title} has lost what says until when it stays, and is left alone: delete it by hand`,
      );
      return [];
    });
  }
}
