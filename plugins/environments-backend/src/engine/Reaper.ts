import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError, toError } from '@backstage/errors';
import type { ClusterClient } from '../clusters/ClusterClient';
import type { EnvironmentRecord } from '../domain/facts';
import { isToReap } from '../domain/upkeep';
import type { ClusterLook } from '../services/ClusterLook';
import type { Keeper } from './Upkeep';

export interface ReaperOptions {
  auditor: AuditorService;
  logger: LoggerService;
  look: Pick<ClusterLook, 'forget'>;
  now: () => Date;
}

/** Takes away what is past its end. One that somebody has kept longer meanwhile stays. */
export class Reaper implements Keeper {
  readonly #options: ReaperOptions;

  constructor(options: ReaperOptions) {
    this.#options = options;
  }

  async keep(
    cluster: ClusterClient,
    environments: readonly EnvironmentRecord[],
  ): Promise<void> {
    const now = this.#options.now();
    for (const environment of environments) {
      if (isToReap(environment, now)) await this.#reap(cluster, environment);
    }
  }

  async #reap(
    cluster: ClusterClient,
    { namespace, component, owner, expiresAt }: EnvironmentRecord,
  ): Promise<void> {
    const { auditor, logger, look } = this.#options;
    const event = await auditor.createEvent({
      eventId: 'expire-environment',
      severityLevel: 'medium',
      meta: {
        cluster: cluster.name,
        namespace: namespace.name,
        component,
        owner,
        expiresAt: expiresAt.toISOString(),
      },
    });
    try {
      const isGoing = await cluster.deleteNamespace(namespace);
      await event.success({ meta: { isGoing } });
      look.forget(cluster);
    } catch (error) {
      await event.fail({ error: toError(error) });
      logger.warn(
        `${namespace.name} in ${cluster.title} has ended and is taken away in a minute: ${stringifyError(error)}`,
      );
    }
  }
}
