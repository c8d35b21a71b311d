import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { PreparedAnswer } from '@squadron/backend-kit';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';
import type { z } from 'zod/v3';
import type { HealthReadStore } from '../database/HealthReadStore';
import { dayFrom, dayOf } from '../domain/day';
import { ScoreTable, healthOf, toHealthPoint } from '../domain/healthViews';
import { nodesBelow } from '../domain/nodes';
import type { AnswerCache } from './AnswerCache';
import { Scene, SceneOptions, currentScene } from './Scene';
import { groupNamed } from './groupsBelow';

const routes = scorecardsContract.routes;
type HealthParams = z.output<typeof routes.health.params>;
type HealthQuery = z.output<typeof routes.health.query>;
type LeaderboardQuery = z.output<typeof routes.leaderboard.query>;

const trendDays = 90;
const mostDays = 800;
const trendPoints = 12;

export interface HealthQueryOptions extends SceneOptions {
  answers: AnswerCache;
  health: HealthReadStore;
  now: () => Date;
}

/** Reads how healthy groups are and were. */
export class HealthQueries {
  readonly #options: HealthQueryOptions;

  constructor(options: HealthQueryOptions) {
    this.#options = options;
  }

  /** One row for now, and one range of rows for the trend. */
  async prepared(
    params: HealthParams,
    query: HealthQuery,
  ): Promise<PreparedAnswer> {
    const ref = stringifyEntityRef(params);
    const today = this.#today();
    const to = query.to ? dayFrom(query.to) : today;
    const from = query.from ? dayFrom(query.from) : to - trendDays + 1;
    checkSpan(from, to);
    return this.#options.answers.get(`health ${ref} ${from} ${to}`, scene =>
      this.#of(scene, ref, from, to),
    );
  }

  async #of({ tree }: Scene, ref: string, from: number, to: number) {
    const { health, now } = this.#options;
    const group = groupNamed(tree, ref);
    const [[latest], trend] = await Promise.all([
      health.latest([group], this.#today(), { onlyAll: true }),
      health.range(group, from, to),
    ]);
    return {
      at: now().toISOString(),
      health: healthOf(latest),
      trend: trend.map(toHealthPoint),
    };
  }

  /** Groups of a type, those first whose score rose the most; last those of which it is not known. */
  async leaderboard({ root, type, days }: LeaderboardQuery) {
    const { tree } = await currentScene(this.#options);
    const roots = root?.map(text => groupNamed(tree, text));
    const groups = nodesBelow(tree, roots).filter(each => each.type === type);
    const refs = groups.map(({ ref }) => ref);
    const today = this.#today();
    const points = spread(today - days, today);
    const { health } = this.#options;
    const [latest, past] = await Promise.all([
      health.latest(refs, today, { onlyAll: true }),
      health.onDays(refs, points),
    ]);
    const scores = new ScoreTable(past);
    const now = new Map(latest.map(row => [row.group, healthOf(row)]));
    const items = groups.map(({ ref, title }) => {
      const { score, coverage } = now.get(ref) ?? {};
      const before = scores.on(ref, today - days);
      return {
        ref,
        title,
        score,
        before,
        change:
          score === undefined || before === undefined
            ? undefined
            : score - before,
        coverage,
        trend: [...scores.trend(ref, points.slice(0, -1)), score ?? null],
      };
    });
    return { items: items.sort(byChange) };
  }

  #today(): number {
    return dayOf(this.#options.now().getTime());
  }
}

function checkSpan(from: number, to: number): void {
  if (from > to || to - from > mostDays) {
    throw new InputError(
      `A span has at most ${mostDays} days and \`to\` is not before \`from\`: shorten it or turn it round`,
    );
  }
}

/** Days from one to another with about equal steps between them, at most twelve. */
function spread(from: number, to: number): number[] {
  const steps = Math.min(trendPoints - 1, to - from);
  return Array.from({ length: steps + 1 }, (_, at) =>
    Math.round(from + ((to - from) * at) / steps),
  );
}

interface Ranked {
  title: string;
  change?: number;
}

function byChange(a: Ranked, b: Ranked): number {
  return (
    (b.change ?? -Infinity) - (a.change ?? -Infinity) ||
    a.title.localeCompare(b.title)
  );
}
