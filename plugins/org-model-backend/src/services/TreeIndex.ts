import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { CatalogContent, readContent } from '../domain/entities';
import { digestOf } from '../domain/digest';
import { OrgIndex } from '../domain/OrgIndex';
import { PollPlan } from '../domain/PollPlan';

export interface TreeIndexOptions {
  reader: { read(): Promise<CatalogContent> };
  logger: LoggerService;
  pollMs: number;
  now?: () => Date;
}

type ChangeListener = (index: OrgIndex, tookMs: number) => void;

export interface TreeIndexStatus {
  /** When the catalog was last read without a fault. */
  readAt?: Date;
  /** Why the last reading failed; the index before it is still served. */
  failure?: string;
}

/**
 * Keeps the index of the organization in memory: looks at the catalog again and again, builds a
 * new index when something changed and swaps it in at once. Requests never reach the catalog.
 */
export class TreeIndex {
  readonly #options: TreeIndexOptions;
  readonly #plan: PollPlan;
  readonly #firstIndex: Promise<void>;
  readonly #listeners: ChangeListener[] = [];
  #announceFirst: () => void = () => {};
  #current: OrgIndex | undefined;
  #entitiesDigest: string | undefined;
  #status: TreeIndexStatus = {};
  #timer: NodeJS.Timeout | undefined;
  #polling = false;
  #stopped = true;

  constructor(options: TreeIndexOptions) {
    this.#options = options;
    this.#plan = new PollPlan(options.pollMs);
    this.#firstIndex = new Promise(resolve => {
      this.#announceFirst = resolve;
    });
  }

  start(): void {
    this.#stopped = false;
    this.#schedule(0);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Looks at the catalog now and then often, until an import has settled. */
  expectChange(): void {
    this.#plan.expectChange();
    if (!this.#polling && !this.#stopped) this.#schedule(0);
  }

  /** Tells of each new index, and how long it took to read and build. */
  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  status(): TreeIndexStatus {
    return this.#status;
  }

  /** The index, or `undefined` while the catalog has not been read yet. */
  peek(): OrgIndex | undefined {
    return this.#current;
  }

  /** The index; waits a moment for the first one. */
  async get(waitMs = 5_000): Promise<OrgIndex> {
    if (!this.#current) {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>(resolve => {
        timer = setTimeout(resolve, waitMs);
      });
      await Promise.race([this.#firstIndex, timeout]);
      clearTimeout(timer);
    }
    if (!this.#current) {
      const why = this.#status.failure ? `: ${this.#status.failure}` : '';
      throw new ServiceUnavailableError(
        `The organization has not been read from the catalog yet${why}; try again in a few seconds`,
      );
    }
    return this.#current;
  }

  /** Looks at the catalog once. */
  async refresh(): Promise<'changed' | 'same' | 'failed'> {
    const { reader, logger, now = () => new Date() } = this.#options;
    const started = performance.now();
    try {
      const entities = await reader.read();
      const readAt = now();
      // Comparing what the catalog answered costs a fraction of understanding it.
      const entitiesDigest = digestOf(entities);
      const next =
        entitiesDigest === this.#entitiesDigest
          ? undefined
          : this.#build(entities, readAt);
      if (next) this.#current = next;
      // What could not be understood is not remembered, so that it fails until it is mended.
      this.#entitiesDigest = entitiesDigest;
      if (this.#status.failure) logger.info('The catalog is read again');
      this.#status = { readAt };
      if (!next) return 'same';
      this.#announceFirst();
      const tookMs = performance.now() - started;
      for (const tell of this.#listeners) tell(next, tookMs);
      return 'changed';
    } catch (error) {
      const failure = stringifyError(error);
      if (!this.#status.failure) {
        logger.warn(
          `The catalog could not be read; the last known tree stays: ${failure}`,
        );
      }
      this.#status = { ...this.#status, failure };
      return 'failed';
    }
  }

  /** A new index, unless it would be as the one before. */
  #build(entities: CatalogContent, readAt: Date): OrgIndex | undefined {
    const content = readContent(entities);
    return digestOf(content) === this.#current?.digest
      ? undefined
      : new OrgIndex(content, readAt.toISOString());
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#poll(), delayMs);
  }

  async #poll(): Promise<void> {
    this.#polling = true;
    const started = performance.now();
    const outcome = await this.refresh();
    const tookMs = performance.now() - started;
    this.#polling = false;
    if (!this.#stopped) this.#schedule(this.#plan.next(outcome, tookMs));
  }
}
