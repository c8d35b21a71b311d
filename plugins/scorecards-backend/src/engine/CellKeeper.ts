import { setImmediate } from 'node:timers/promises';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import type { CellKey } from '../database/SampleStore';
import type { StoredCell } from '../database/CellStore';
import type { VerdictDatabase } from '../database/VerdictDatabase';
import { cellsOf, isApplicable } from '../domain/applicable';
import { dayOf } from '../domain/day';
import type { Definitions, KpiSet } from '../services/Definitions';
import type { Directory } from '../services/Directory';
import { cellKeyOf } from '../services/judgeDays';
import {
  ExpectedCell,
  isSameCell,
  restateCells,
  restated,
} from '../services/restateCells';
import { DayJudge } from './DayJudge';

const atOnce = 250;
/** A replica that is about to be replaced does not know yet what another has new: a deploy is over by then. */
const graceMs = 10 * 60_000;

export interface CellKeeperOptions {
  database: VerdictDatabase;
  definitions: Pick<Definitions, 'get'>;
  directory: Pick<Directory, 'tree' | 'resolve'>;
  rollUp: { soon(): void };
  now: () => Date;
}

/**
 * Keeps a cell for each KPI of each entity by the definitions and the tree of now, and judges past
 * days anew when a definition asks for that. Two replicas at once do no harm.
 */
export class CellKeeper {
  readonly #options: CellKeeperOptions;
  readonly #days: DayJudge;
  #seen: { set: KpiSet; tree: OrgTree; day: number } | undefined;
  /** When each cell that nothing names was seen so first, in milliseconds. */
  #unnamed: ReadonlyMap<string, number> = new Map();

  constructor(options: CellKeeperOptions) {
    this.#options = options;
    this.#days = new DayJudge(options);
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'scorecards-cells',
      // Each replica has its own files, and to look costs nothing while nothing changes.
      scope: 'local',
      frequency: { seconds: 15 },
      initialDelay: { seconds: 2 },
      timeout: { minutes: 30 },
      fn: () => this.run(),
    });
  }

  /** Does what there is to do since definitions, tree or day have changed. */
  async run(): Promise<void> {
    const { definitions, directory, now } = this.#options;
    const set = await definitions.get();
    const tree = await directory.tree();
    const day = dayOf(now().getTime());
    const seen = this.#seen;
    const isSeen = seen?.set === set && seen.tree === tree && seen.day === day;
    if (isSeen && !this.#isGraceOver()) return;
    // An empty tree is one that is still being read.
    if (tree.groups().length === 0) return;
    await this.#days.run(set, tree);
    await this.#reconcile(set, tree);
    this.#seen = { set, tree, day };
  }

  #isGraceOver(): boolean {
    const before = this.#options.now().getTime() - graceMs;
    return [...this.#unnamed.values()].some(since => since <= before);
  }

  /** Judges everything anew. */
  async evaluate(): Promise<{ cells: number; changed: number }> {
    const { definitions, directory } = this.#options;
    const set = await definitions.get();
    const tree = await directory.tree();
    // It would take every cell for one that is gone.
    if (tree.groups().length === 0) {
      throw new ServiceUnavailableError(
        'The tree of the organization is still being read: try again in a minute',
      );
    }
    const changed = await this.#days.run(set, tree, { all: true });
    const { cells, written } = await this.#reconcile(set, tree);
    return { cells, changed: changed + written };
  }

  /** Makes, changes and removes cells until they are as the definitions and the tree say. */
  async #reconcile(
    set: KpiSet,
    tree: OrgTree,
  ): Promise<{ cells: number; written: number }> {
    const { rollUp, now } = this.#options;
    const expected = new Map<string, ExpectedCell>();
    for (const cell of cellsOf(set.kpis, tree)) {
      expected.set(cellKeyOf({ kpi: cell.kpi.id, entity: cell.entity }), cell);
    }
    let cells = expected.size;
    const wrong: ExpectedCell[] = [];
    const gone: CellKey[] = [];
    const unnamed = new Map<string, number>();
    for await (const page of this.#pages()) {
      const components = await this.#componentsOf(page, set, tree);
      for (const before of page) {
        const key = cellKeyOf(before);
        const component = components.get(key);
        const cell = expected.get(key) ?? component;
        expected.delete(key);
        if (component) cells += 1;
        if (!cell) {
          const since = this.#unnamed.get(key) ?? now().getTime();
          if (since <= now().getTime() - graceMs) gone.push(before);
          else unnamed.set(key, since);
        } else {
          const { problem } = before;
          const after = restated(cell, before, {
            now: now().getTime(),
            problem,
          });
          if (!isSameCell(before, after)) wrong.push(cell);
        }
      }
    }
    const written = await this.#restate([...wrong, ...expected.values()]);
    await this.#remove(gone);
    this.#unnamed = unnamed;
    if (written + gone.length > 0) rollUp.soon();
    return { cells, written: written + gone.length };
  }

  async *#pages(): AsyncIterable<StoredCell[]> {
    const { cells } = this.#options.database.read;
    let page = await cells.page(undefined, atOnce);
    while (page.length > 0) {
      yield page;
      await setImmediate();
      page = await cells.page(page[page.length - 1], atOnce);
    }
  }

  /** Cells of components that still are theirs, with the group that owns them now. */
  async #componentsOf(
    page: readonly StoredCell[],
    { byId }: KpiSet,
    tree: OrgTree,
  ): Promise<Map<string, ExpectedCell>> {
    const found = new Map<string, ExpectedCell>();
    const own = page.filter(
      ({ kpi }) => byId.get(kpi)?.appliesTo.to === 'components',
    );
    if (own.length === 0) return found;
    const entries = await this.#options.directory.resolve(
      own.map(({ entity }) => entity),
    );
    for (const cell of own) {
      const kpi = byId.get(cell.kpi)!;
      const entry = entries.get(cell.entity);
      if (entry && isApplicable(kpi, tree, entry.ref, entry.group)) {
        const { ref: entity, group } = entry;
        found.set(cellKeyOf(cell), { kpi, entity, group });
      }
    }
    return found;
  }

  async #restate(cells: readonly ExpectedCell[]): Promise<number> {
    const { database, now } = this.#options;
    let written = 0;
    for (let from = 0; from < cells.length; from += atOnce) {
      const chunk = cells.slice(from, from + atOnce);
      await setImmediate();
      written += await database.write(stores =>
        restateCells(stores, chunk, { now: now().getTime() }),
      );
    }
    return written;
  }

  async #remove(gone: readonly CellKey[]): Promise<void> {
    if (gone.length === 0) return;
    const { database, now } = this.#options;
    await database.write(async ({ cells, health }) => {
      await cells.remove(gone);
      await health.markDirty([dayOf(now().getTime())]);
    });
  }
}
