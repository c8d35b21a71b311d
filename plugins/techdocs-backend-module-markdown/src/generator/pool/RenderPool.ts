import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import createLimiter from 'p-limit';
import { Piscina } from 'piscina';
import { PageTask } from '../render/types';
import type { RenderOutcome } from '../../renderWorker';

const MOST_THREADS = 4;
const SECONDS_A_PAGE = 20;
const IDLE_SECONDS = 60;

/** Most of what rendering needs is garbage at once; a small nursery makes it half as fast. */
const resourceLimits = {
  maxYoungGenerationSizeMb: 48,
  maxOldGenerationSizeMb: 256,
};

/**
 * Renders pages in threads of their own, so that the portal answers meanwhile and a page that takes for
 * ever, or all memory, is given up without harm to the others.
 */
export class RenderPool {
  readonly #pool: Piscina;
  readonly #limit: ReturnType<typeof createLimiter>;
  readonly #milliseconds: number;

  constructor({ secondsAPage = SECONDS_A_PAGE } = {}) {
    // One processor stays with the portal.
    const spare = Math.max(availableParallelism() - 1, 1);
    const threads = Math.min(spare, MOST_THREADS);
    this.#milliseconds = secondsAPage * 1000;
    // No more at once than there are threads: the time of a page runs from when it is handed over.
    this.#limit = createLimiter(threads);
    this.#pool = new Piscina({
      filename: workerFile(),
      execArgv: workerArguments(),
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_SECONDS * 1000,
      resourceLimits,
    });
  }

  /** Never fails for what a page holds: what is wrong with it is part of the answer. */
  render(task: PageTask): Promise<RenderOutcome> {
    return this.#limit(async () => {
      const signal = AbortSignal.timeout(this.#milliseconds);
      try {
        return await this.#pool.run(task, { signal });
      } catch (error) {
        const message = signal.aborted
          ? `it took more than ${this.#milliseconds / 1000} seconds`
          : `rendering stopped: ${error instanceof Error ? error.message : error}`;
        return { failure: { line: 0, message } };
      }
    });
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

/** An entry of the package, so that it is there in the built one too, with the ending that files have there. */
function workerFile(): string {
  const ending = basename(__filename).slice('RenderPool'.length);
  return join(dirname(__filename), '../..', `renderWorker${ending}`);
}

/** Sources need the transformation that the portal itself was started with. */
function workerArguments(): string[] | undefined {
  return __filename.endsWith('.ts')
    ? ['--require', require.resolve('@backstage/cli/config/nodeTransform.cjs')]
    : undefined;
}
