import type { PreparedAnswer } from '@squadron/backend-kit';
import {
  Matrix,
  categories,
  scorecardsContract,
} from '@squadron/plugin-scorecards-common';
import type { z } from 'zod/v3';
import type { CellReadStore } from '../database/CellReadStore';
import type { HealthReadStore } from '../database/HealthReadStore';
import { ALL_CATEGORIES } from '../database/HealthStore';
import { dayOf } from '../domain/day';
import { HealthTable, ScoreTable, healthOf } from '../domain/healthViews';
import { nodesBelow } from '../domain/nodes';
import { packStates } from '../domain/packStates';
import type { AnswerCache } from './AnswerCache';
import type { Scene } from './Scene';
import { groupNamed, groupsBelow } from './groupsBelow';

type MatrixQuery = z.output<typeof scorecardsContract.routes.matrix.query>;

const trendWeeks = 12;

export interface MatrixQueryOptions {
  answers: AnswerCache;
  cells: CellReadStore;
  health: HealthReadStore;
  now: () => Date;
}

/** Reads the heat map. */
export class MatrixQueries {
  readonly #options: MatrixQueryOptions;

  constructor(options: MatrixQueryOptions) {
    this.#options = options;
  }

  async prepared(query: MatrixQuery): Promise<PreparedAnswer> {
    const { groupBy, root, category } = query;
    const key = `matrix ${JSON.stringify([groupBy, root, category])}`;
    return this.#options.answers.get(key, scene =>
      groupBy === 'kpi'
        ? this.byKpi(scene, query)
        : this.byCategory(scene, query),
    );
  }

  /** Groups by category; as many statements for five groups as for five thousand. */
  async byCategory(
    { tree }: Scene,
    { root, category }: Pick<MatrixQuery, 'root' | 'category'>,
  ): Promise<Matrix> {
    const { health, now } = this.#options;
    const roots = root?.map(text => groupNamed(tree, text));
    const nodes = nodesBelow(tree, roots);
    const refs = nodes.map(({ ref }) => ref);
    const columns = categories.filter(id => category?.includes(id) ?? true);
    const today = dayOf(now().getTime());
    const weeks = Array.from(
      { length: trendWeeks - 1 },
      (_, at) => today - 7 * (trendWeeks - 1 - at),
    );
    const [latest, past] = await Promise.all([
      health.latest(refs, today),
      health.onDays(refs, weeks),
    ]);
    const table = new HealthTable(latest);
    const scores = new ScoreTable(past);
    return {
      groupBy: 'category',
      at: now().toISOString(),
      columns,
      rows: nodes.map(node => {
        const all = table.of(node.ref, ALL_CATEGORIES) ?? healthOf(undefined);
        return {
          ...node,
          children: tree.children(node.ref).length,
          health: all,
          trend: [...scores.trend(node.ref, weeks), all.score ?? null],
          cells: columns.map(id => table.of(node.ref, id) ?? null),
        };
      }),
    };
  }

  /** Entities by KPI, each state as one character. */
  async byKpi(
    { set, tree }: Scene,
    { root, category }: Pick<MatrixQuery, 'root' | 'category'>,
  ): Promise<Matrix> {
    const { cells, now } = this.#options;
    const groups = groupsBelow(tree, root);
    const states = await cells.states({ groups, categories: category });
    const order = set.kpis.map(({ id }) => id);
    return {
      groupBy: 'kpi',
      at: now().toISOString(),
      ...packStates(states, order),
    };
  }
}
