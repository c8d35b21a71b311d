import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  MetricsService,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import { stringifyError, toError } from '@backstage/errors';
import createLimiter from 'p-limit';
import type { SiteStore } from '../publisher/SiteStore';
import { Failures } from './Failures';
import type { SiteSynchronizer } from './SiteSynchronizer';
import type { SyncOutcome } from './syncEvents';

const SITES_AT_ONCE = 2;

export interface SitePrebuilderOptions {
  /** The entities that have documents. */
  listDocumented: () => Promise<string[]>;
  synchronizer: Pick<SiteSynchronizer, 'sync'>;
  /** Where sites are removed from once their entity has gone. */
  store?: Pick<SiteStore, 'list' | 'remove'>;
  auditor: AuditorService;
  logger: LoggerService;
  metrics: MetricsService;
  now: () => Date;
}

/** Keeps all sites built, so that search finds also what nobody has opened yet. */
export class SitePrebuilder {
  readonly #options: SitePrebuilderOptions;
  readonly #failures: Failures;
  readonly #duration: MetricsServiceHistogram;

  constructor(options: SitePrebuilderOptions) {
    this.#options = options;
    this.#failures = new Failures(options.now);
    this.#duration = options.metrics.createHistogram(
      'techdocs_prebuild_seconds',
      {
        description:
          'Time to look at a site and build it if need be, by result',
        unit: 's',
      },
    );
  }

  async run(signal: AbortSignal): Promise<void> {
    // Before the entities: what is published meanwhile belongs to an entity that may be newer than these.
    const published = (await this.#options.store?.list()) ?? [];
    const documented = await this.#options.listDocumented();
    const wanted = new Set(documented);
    this.#failures.keepOnly(wanted);
    // A catalog that knows nothing is one that is being filled.
    if (documented.length > 0) {
      await this.#remove(published.filter(ref => !wanted.has(ref)));
    }
    const limit = createLimiter(SITES_AT_ONCE);
    await Promise.all(
      documented.map(ref => limit(() => this.#build(ref, signal))),
    );
  }

  async #remove(entityRefs: string[]): Promise<void> {
    const { auditor, logger, store } = this.#options;
    for (const entityRef of entityRefs) {
      const event = await auditor.createEvent({
        eventId: 'site-remove',
        meta: { entityRef },
      });
      try {
        await store?.remove(entityRef);
      } catch (error) {
        await event.fail({ error: toError(error) });
        logger.warn(
          `The documents of ${entityRef} could not be removed, which is tried again: ${stringifyError(error)}`,
        );
        continue;
      }
      await event.success();
      logger.info(
        `Removed the documents of ${entityRef}, which is no longer in the catalog or has none`,
      );
    }
  }

  async #build(ref: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted || !this.#failures.isDue(ref)) return;
    const begin = this.#options.now().getTime();
    const outcome = await this.#sync(ref, signal);
    if (signal.aborted) return;
    this.#duration.record((this.#options.now().getTime() - begin) / 1_000, {
      result: outcome.result,
    });
    if (outcome.result !== 'failed') {
      this.#failures.clear(ref);
    } else if (this.#failures.add(ref, outcome.message)) {
      this.#options.logger.warn(
        `The documents of ${ref} could not be built: ${outcome.message}`,
      );
    }
  }

  async #sync(ref: string, signal: AbortSignal): Promise<SyncOutcome> {
    try {
      return await this.#options.synchronizer.sync(ref, signal);
    } catch (error) {
      return { result: 'failed', message: stringifyError(error) };
    }
  }
}
