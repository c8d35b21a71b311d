import type {
  AuditorService,
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GitService } from '@squadron/plugin-git-node';

export interface SweeperOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: Pick<CatalogService, 'queryLocations' | 'removeLocationById'>;
  git: GitService;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Takes away repositories whose golden path has not come to its end, and what the catalog reads from
 * them. It remembers nothing: each repository says until when it stays.
 */
export class Sweeper {
  readonly #options: SweeperOptions;

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'git-sweep',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 10 },
      fn: () => this.run(),
    });
  }

  async run(): Promise<void> {
    const { git, logger, now } = this.#options;
    for (const name of await git.store.list()) {
      try {
        const until = await git.store.keptUntil(name);
        if (until && until <= now()) await this.#take(name, until);
      } catch (error) {
        logger.warn(
          `The repository ${name} has ended and is taken away in a minute: ${stringifyError(error)}`,
        );
      }
    }
  }

  async #take(name: string, until: Date): Promise<void> {
    const { auditor, git } = this.#options;
    const event = await auditor.createEvent({
      eventId: 'expire-repository',
      severityLevel: 'medium',
      meta: {
        repository: name,
        creator: await git.store.creatorOf(name),
        until: until.toISOString(),
      },
    });
    try {
      // Read before, so that what is registered for a newcomer of the same name stays.
      const registered = await this.#registered(name);
      const removed = await git.store.removeUnkept(name, {
        until,
        afterwards: () => this.#unregister(registered),
      });
      await event.success({ meta: { removed } });
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  /** Ids of what the catalog reads from a repository. */
  async #registered(name: string): Promise<string[]> {
    const { auth, catalog, git } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const $hasPrefix = git.addresses.repository(name);
    const { items } = await catalog.queryLocations(
      { query: { type: 'url', target: { $hasPrefix } } },
      { credentials },
    );
    return items.map(({ id }) => id);
  }

  async #unregister(ids: readonly string[]): Promise<void> {
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    for (const id of ids) {
      await catalog.removeLocationById(id, { credentials });
    }
  }
}
