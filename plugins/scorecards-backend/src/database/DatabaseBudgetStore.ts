import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { EventCount } from '../domain/errorBudget';
import type { BudgetStore } from './BudgetStore';

export class DatabaseBudgetStore implements BudgetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async windows(
    kpi: string,
    entities: readonly string[],
    { now, seconds }: { now: number; seconds: readonly number[] },
  ): Promise<Map<number, EventCount>> {
    const begins = (length: number) => now - length * 1_000;
    const sums = seconds.flatMap(length =>
      ['sum', 'count'].map(part =>
        this.#knex.raw(
          `sum(case when samples.at > ? then samples.${part} else 0 end) as ${part}_${length}`,
          [begins(length)],
        ),
      ),
    );
    const row: Record<string, number | null> | undefined = await this.#of(
      'samples',
      kpi,
      entities,
    )
      .where('samples.at', '>', begins(Math.max(...seconds)))
      .andWhere('samples.at', '<=', now)
      .first(sums);
    return new Map(
      seconds.map(length => [
        length,
        {
          bad: row?.[`sum_${length}`] ?? 0,
          total: row?.[`count_${length}`] ?? 0,
        },
      ]),
    );
  }

  async byDay(
    kpi: string,
    entities: readonly string[],
    { from, to }: { from: number; to: number },
  ): Promise<Map<number, EventCount>> {
    const rows: { day: number; sum: number; count: number }[] = await this.#of(
      'daily',
      kpi,
      entities,
    )
      .whereBetween('daily.day', [from, to])
      .groupBy('daily.day')
      .select('daily.day')
      .sum({ sum: 'daily.sum', count: 'daily.count' });
    return new Map(
      rows.map(({ day, sum, count }) => [day, { bad: sum, total: count }]),
    );
  }

  #of(table: 'samples' | 'daily', kpi: string, entities: readonly string[]) {
    const wanted = bulkRows(this.#knex, {
      columns: { entity: 'text' },
      rows: entities.map(entity => ({ entity })),
    });
    return this.#knex
      .from(wanted)
      .crossJoin(this.#knex.raw(table))
      .where(`${table}.kpi`, kpi)
      .whereRaw(`${table}.entity = rows.entity`);
  }
}
