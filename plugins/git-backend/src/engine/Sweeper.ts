import type {
  AuditorService,
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GitService, Unkept } from '@squadron/plugin-git-node';

/** To make a repository takes seconds. */
const dayMs = 24 * 60 * 60_000;

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
 * them. It remembers nothing: what has an end is noted beside the repositories, and each says so itself.
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
    await git.store.clearUnfinished(new Date(now().getTime() - dayMs));
    for (const ending of await git.store.unkept()) {
      if (ending.until > now()) continue;
      try {
        if (await git.store.isUnkept(ending)) await this.#take(ending);
      } catch (error) {
        logger.warn(
          `The repository ${ending.name} has ended and is taken away in a minute: ${stringifyError(error)}`,
        );
      }
    }
  }

  async #take(ending: Unkept): Promise<void> {
    const { auditor, git } = this.#options;
    const { name, until } = ending;
    const event = await auditor.createEvent({
      eventId: 'expire-repository',
      severityLevel: 'medium',
      meta: {
        repository: name,
        creator: await this.#creatorOf(name),
        until: until.toISOString(),
      },
    });
    try {
      // Read before, so that what is registered for a newcomer of the same name stays.
      const registered = await this.#registered(name);
      const removed = await git.store.removeUnkept(ending, () =>
        this.#unregister(registered),
      );
      await event.success({ meta: { removed } });
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  /** Nothing for one that has gone before all that goes with it had. */
  async #creatorOf(name: string): Promise<string | undefined> {
    const { store } = this.#options.git;
    return (await store.has(name)) ? store.creatorOf(name) : undefined;
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
