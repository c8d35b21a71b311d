import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { PreparedAnswer } from '@squadron/backend-kit';
import { Scorecard, categories } from '@squadron/plugin-scorecards-common';
import type { CellReadStore } from '../database/CellReadStore';
import type { StoredCell } from '../database/CellStore';
import type { HealthReadStore } from '../database/HealthReadStore';
import { ALL_CATEGORIES } from '../database/HealthStore';
import { toRolledUp } from '../domain/cellViews';
import { dayOf } from '../domain/day';
import { HealthTable, healthOf, toHealthPoint } from '../domain/healthViews';
import { nodesBelow, toNode } from '../domain/nodes';
import {
  HealthCount,
  addHealth,
  countCell,
  emptyHealth,
  toHealth,
} from '../domain/scoring';
import type { AnswerCache } from './AnswerCache';
import type { RowMaker } from './RowMaker';
import type { Scene } from './Scene';

const trendDays = 90;
/** A group or component with more KPIs than that is no scorecard any more. */
const mostCells = 1_000;

interface EntityName {
  kind: string;
  namespace: string;
  name: string;
}

export interface ScorecardQueryOptions {
  answers: AnswerCache;
  cells: CellReadStore;
  health: HealthReadStore;
  rows: RowMaker;
  now: () => Date;
}

/** Reads scorecards. */
export class ScorecardQueries {
  readonly #options: ScorecardQueryOptions;

  constructor(options: ScorecardQueryOptions) {
    this.#options = options;
  }

  async prepared(entity: EntityName, depth: number): Promise<PreparedAnswer> {
    const ref = stringifyEntityRef(entity);
    return this.#options.answers.get(`scorecard ${ref} ${depth}`, scene =>
      this.of(scene, ref, depth),
    );
  }

  /** The scorecard of a group, its System or Domain, or of a component that has cells. */
  async of(scene: Scene, ref: string, depth: number): Promise<Scorecard> {
    const group = scene.tree.resolve(ref);
    return group
      ? this.#ofGroup(scene, group, depth)
      : this.#ofComponent(scene, ref);
  }

  async #ofGroup(scene: Scene, ref: string, depth: number): Promise<Scorecard> {
    const { cells, health, now } = this.#options;
    const { tree, set } = scene;
    const at = now().getTime();
    const today = dayOf(at);
    const [node, ...below] = nodesBelow(tree, [ref], depth);
    const subtree = tree.subtree(ref).map(each => each.ref);
    const [latest, trend, own, summaries] = await Promise.all([
      health.latest([ref, ...below.map(each => each.ref)], today),
      health.range(ref, today - trendDays + 1, today),
      this.#cellsOf(ref),
      cells.summaries({ groups: subtree }),
    ]);
    const table = new HealthTable(latest);
    const ofAll = (group: string) =>
      table.of(group, ALL_CATEGORIES) ?? healthOf(undefined);
    const [lead] = tree.leads(ref);
    return {
      ...node,
      parent: tree.parent(ref)?.ref,
      at: new Date(at).toISOString(),
      health: ofAll(ref),
      trend: trend.map(toHealthPoint),
      categories: categories.flatMap(id => {
        const some = table.of(ref, id);
        return some ? [{ id, health: some }] : [];
      }),
      cells: await this.#options.rows.rows(scene, own, { trend: true }),
      rolledUp: summaries.flatMap(summary => {
        const kpi = set.byId.get(summary.kpi);
        return kpi && summary.entities > 1
          ? [toRolledUp(summary, kpi, at)]
          : [];
      }),
      below: below.map(each => ({
        ...each,
        health: ofAll(each.ref),
      })),
      lead: lead && { ref: lead.ref, title: lead.title },
    };
  }

  async #ofComponent(scene: Scene, ref: string): Promise<Scorecard> {
    const { rows, now } = this.#options;
    const own = await this.#cellsOf(ref);
    if (own.length === 0) {
      throw new NotFoundError(
        `${ref} has no scorecard: it is no group of the tree, and nothing was measured of it`,
      );
    }
    const cells = await rows.rows(scene, own, { trend: true });
    const [{ entityTitle, group }] = cells;
    const [lead] = scene.tree.leads(group);
    return {
      ...toNode(
        {
          ...scene.tree.get(group)!,
          ref,
          title: entityTitle,
          parent: group,
          type: 'component',
        },
        0,
      ),
      at: now().toISOString(),
      health: toHealth(addUp(own)),
      trend: [],
      categories: categories.flatMap(id => {
        const some = own.filter(({ category }) => category === id);
        return some.length > 0 ? [{ id, health: toHealth(addUp(some)) }] : [];
      }),
      cells,
      rolledUp: [],
      below: [],
      lead: lead && { ref: lead.ref, title: lead.title },
    };
  }

  async #cellsOf(entity: string): Promise<StoredCell[]> {
    const placed = await this.#options.cells.page(
      { entities: [entity] },
      { sort: 'status', order: 'asc' },
      { limit: mostCells },
    );
    return placed.map(({ cell }) => cell);
  }
}

function addUp(cells: readonly StoredCell[]): HealthCount {
  return cells
    .map(cell => countCell({ ...cell, waived: cell.waivedUntil !== undefined }))
    .reduce(addHealth, emptyHealth);
}
