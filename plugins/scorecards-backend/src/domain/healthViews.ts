import type {
  Category,
  Health,
  HealthPoint,
} from '@squadron/plugin-scorecards-common';
import type { DatedHealth } from '../database/HealthReadStore';
import type { ALL_CATEGORIES } from '../database/HealthStore';
import { dayText } from './day';
import { emptyHealth, scoreOf, toHealth } from './scoring';

/** Health as pages get it; of a group that has no row, of no cells. */
export function healthOf(row: DatedHealth | undefined): Health {
  if (!row) return toHealth(emptyHealth);
  const { day, group, category, ...count } = row;
  return toHealth(count);
}

/** A day of a trend. */
export function toHealthPoint(row: DatedHealth): HealthPoint {
  const { score, coverage, met, atRisk, missed } = healthOf(row);
  return {
    day: dayText(row.day),
    ...(score !== undefined && { score }),
    ...(coverage !== undefined && { coverage }),
    met,
    atRisk,
    missed,
  };
}

/** Scores of groups by day, for trends. */
export class ScoreTable {
  readonly #scores = new Map<string, Map<number, number>>();

  constructor(rows: readonly DatedHealth[]) {
    for (const row of rows) {
      const score = scoreOf(row);
      if (score === undefined) continue;
      const known = this.#scores.get(row.group);
      if (known) known.set(row.day, score);
      else this.#scores.set(row.group, new Map([[row.day, score]]));
    }
  }

  on(group: string, day: number): number | undefined {
    return this.#scores.get(group)?.get(day);
  }

  /** Null where a day has no score. */
  trend(group: string, days: readonly number[]): (number | null)[] {
    return days.map(day => this.on(group, day) ?? null);
  }
}

/** Health of groups by category. */
export class HealthTable {
  readonly #rows: ReadonlyMap<string, DatedHealth>;

  constructor(rows: readonly DatedHealth[]) {
    this.#rows = new Map(
      rows.map(row => [`${row.group} ${row.category}`, row]),
    );
  }

  of(
    group: string,
    category: Category | typeof ALL_CATEGORIES,
  ): Health | undefined {
    const row = this.#rows.get(`${group} ${category}`);
    return row && healthOf(row);
  }
}
