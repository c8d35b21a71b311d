import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { OrgModelService } from '@squadron/plugin-org-model-node';
import type { ClusterClient } from '../clusters/ClusterClient';
import { type EnvironmentRecord, annotationsOf } from '../domain/facts';
import { type Warning, warningOf } from '../domain/upkeep';
import type { Keeper } from './Upkeep';

export interface WarnerOptions {
  notifications: NotificationService;
  logger: LoggerService;
  orgModel: Pick<OrgModelService, 'tree'>;
  now: () => Date;
}

/** Who is told: who has asked for it, or its owner when that was no person or one who has left. */
function receiverOf(
  { createdBy, owner }: EnvironmentRecord,
  tree: OrgTree,
): string {
  return tree.person(createdBy) ? createdBy : owner;
}

/** Tells people of what ends soon and of what does not go. */
export class Warner implements Keeper {
  readonly #options: WarnerOptions;

  constructor(options: WarnerOptions) {
    this.#options = options;
  }

  async keep(
    cluster: ClusterClient,
    environments: readonly EnvironmentRecord[],
  ): Promise<void> {
    const now = this.#options.now();
    for (const environment of environments) {
      const warning = warningOf(environment, now);
      if (warning) await this.#tell(cluster, environment, warning);
    }
  }

  async #tell(
    cluster: ClusterClient,
    environment: EnvironmentRecord,
    { told, id, title, description }: Warning,
  ): Promise<void> {
    const { notifications, logger, orgModel } = this.#options;
    const { namespace } = environment;
    try {
      const tree = await orgModel.tree();
      // A portal that has just started knows nobody yet, which does not mean that all have left.
      if (tree.groups().length === 0) return;
      const entityRef = receiverOf(environment, tree);
      await notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: {
          title,
          description,
          link: '/environments',
          severity: told === '12h' ? 'normal' : 'high',
          topic: 'environments',
          // Of the same scope the receiver keeps one: told again after a crash, it is no second one.
          scope: id,
        },
      });
      await cluster.annotate(namespace, annotationsOf({ told }));
    } catch (error) {
      logger.warn(
        `"${title}" could not be told, it is tried again in a minute: ${stringifyError(error)}`,
      );
    }
  }
}
