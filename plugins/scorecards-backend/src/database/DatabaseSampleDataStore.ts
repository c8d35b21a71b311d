import type { Knex } from 'knex';
import { dayOf } from '../domain/day';
import { DatabaseHealthStore } from './DatabaseHealthStore';
import { inWriteTransaction } from './inWriteTransaction';
import { type BigIntColumn, optionalNumber } from './rows';
import type { SampleDataStore, SampleWorkKind } from './SampleDataStore';

const mark = 'sample-data';
const source = 'sample';

export class DatabaseSampleDataStore implements SampleDataStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async addedAt(): Promise<number | undefined> {
    const row = await this.#knex<{ name: string; version: BigIntColumn }>(
      'marks',
    )
      .where({ name: mark })
      .first();
    return optionalNumber(row?.version ?? null);
  }

  async begin(now: number): Promise<number> {
    await this.#knex('marks')
      .insert({ name: mark, version: now })
      .onConflict('name')
      .ignore();
    return (await this.addedAt()) ?? now;
  }

  async mark(addedAt: number): Promise<void> {
    await this.#knex('marks')
      .insert({ name: mark, version: addedAt })
      .onConflict('name')
      .merge();
  }

  async stories(): Promise<ReadonlySet<string>> {
    return new Set(await this.#knex('sample_work').pluck('story'));
  }

  async keepWork(
    story: string,
    kind: SampleWorkKind,
    id?: string,
  ): Promise<void> {
    await this.#knex('sample_work').insert({ story, kind, id: id ?? null });
  }

  async removeWork(): Promise<{ waivers: number; campaigns: number }> {
    return this.#knex.transaction(async tx => {
      const of = (kind: SampleWorkKind) =>
        tx('sample_work').where({ kind }).whereNotNull('id').select('id');
      for (const table of ['campaign_cells', 'campaign_kpis']) {
        await tx(table).whereIn('campaign', of('campaign')).delete();
      }
      const campaigns = await tx('campaigns')
        .whereIn('id', of('campaign'))
        .delete();
      const waivers = await tx('waivers').whereIn('id', of('waiver')).delete();
      await tx('sample_work').delete();
      return { waivers, campaigns };
    });
  }

  async kpis(): Promise<string[]> {
    return this.#knex('samples')
      .where({ source })
      .distinct('kpi')
      .orderBy('kpi')
      .pluck('kpi');
  }

  async removeSamples(kpi: string, now: number): Promise<number> {
    return inWriteTransaction(this.#knex, async tx => {
      const first = await tx('samples')
        .where({ kpi, source })
        .min({ at: 'at' })
        .first();
      const at = optionalNumber(first?.at ?? null);
      if (at === undefined) return 0;
      const removed = await tx('samples').where({ kpi, source }).delete();
      await tx('changes').where({ kpi, source }).delete();
      await tx('daily')
        .where({ kpi })
        .whereNotExists(samplesOfDay(tx))
        .delete();
      await tx('cells')
        .where({ kpi })
        .whereNotNull('at')
        .whereNotExists(samplesOfCell(tx))
        .delete();
      await new DatabaseHealthStore(tx).markDirty(daysFrom(at, now));
      return removed;
    });
  }
}

function samplesOfCell(tx: Knex.Transaction) {
  return tx('samples')
    .select(tx.raw('1'))
    .whereRaw('samples.kpi = cells.kpi and samples.entity = cells.entity');
}

function samplesOfDay(tx: Knex.Transaction) {
  // A day times its milliseconds is more than an integer of PostgreSQL holds.
  const start = 'cast(daily.day as bigint) * 86400000';
  return tx('samples')
    .select(tx.raw('1'))
    .whereRaw('samples.kpi = daily.kpi and samples.entity = daily.entity')
    .whereRaw(`samples.at >= ${start} and samples.at < ${start} + 86400000`);
}

function daysFrom(at: number, now: number): number[] {
  const first = dayOf(at);
  return Array.from({ length: dayOf(now) - first + 1 }, (_, i) => first + i);
}
