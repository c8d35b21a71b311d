import { stringifyError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RowCell } from '@squadron/plugin-scorecards-common';
import type { StoredCell } from '../database/CellStore';
import type { DayReadStore } from '../database/DayReadStore';
import { toRowCell, toTrends } from '../domain/cellViews';
import { dayOf } from '../domain/day';
import type { Scene, SceneOptions } from './Scene';
import { namesOf } from './namesOf';

const trendDays = 30;

/** Makes rows for pages of cells: with titles, and with the values of the last days where asked for. */
export class RowMaker {
  readonly #days: DayReadStore;
  readonly #directory: SceneOptions['directory'];
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    days: DayReadStore;
    directory: SceneOptions['directory'];
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#days = options.days;
    this.#directory = options.directory;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async rows(
    { set, tree }: Scene,
    cells: readonly StoredCell[],
    options: { trend: boolean },
  ): Promise<RowCell[]> {
    const today = dayOf(this.#now().getTime());
    const from = today - trendDays + 1;
    const [titleOf, trends] = await Promise.all([
      this.#titles(cells.map(({ entity }) => entity)),
      options.trend ? this.#days.ofCells(cells, from, today) : undefined,
    ]);
    const trendOf = trends && toTrends(trends, from, today);
    const words = { byId: set.byId, tree, titleOf };
    return cells.map(cell => toRowCell(cell, words, trendOf?.(cell)));
  }

  async #titles(refs: readonly string[]): Promise<(ref: string) => string> {
    try {
      const nameOf = await namesOf(this.#directory, refs);
      return ref => nameOf(ref).title;
    } catch (error) {
      this.#logger.warn(
        `Components are called by their refs while the catalog does not answer: ${stringifyError(error)}`,
      );
      return ref => ref;
    }
  }
}
