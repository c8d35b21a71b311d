import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type {
  Correction,
  SampleKey,
  SampleStore,
  StoredSample,
} from './SampleStore';
import { BigIntColumn, PartsRow, toParts } from './rows';

interface SampleRow extends PartsRow {
  kpi: string;
  entity: string;
  at: BigIntColumn;
  source: string;
  received_at: BigIntColumn;
}

const keyColumns = { kpi: 'text', entity: 'text', at: 'integer' } as const;
const partColumns = {
  sum: 'real',
  count: 'real',
  min: 'real',
  max: 'real',
} as const;

export class DatabaseSampleStore implements SampleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(keys: readonly SampleKey[]): Promise<StoredSample[]> {
    const wanted = bulkRows(this.#knex, { columns: keyColumns, rows: keys });
    // A cross join keeps SQLite from reading the whole table for the few rows.
    const rows: SampleRow[] = await this.#knex
      .from(wanted)
      .crossJoin(this.#knex.raw('samples'))
      .whereRaw(
        'samples.kpi = rows.kpi and samples.entity = rows.entity and samples.at = rows.at',
      )
      .select('samples.*');
    return rows.map(row => ({
      kpi: row.kpi,
      entity: row.entity,
      at: Number(row.at),
      ...toParts(row),
      source: row.source,
      receivedAt: Number(row.received_at),
    }));
  }

  async put(samples: readonly StoredSample[]): Promise<void> {
    if (samples.length === 0) return;
    const rows = bulkRows(this.#knex, {
      columns: {
        ...keyColumns,
        ...partColumns,
        source: 'text',
        received_at: 'integer',
      },
      rows: samples.map(({ receivedAt, ...sample }) => ({
        ...sample,
        received_at: receivedAt,
      })),
    });
    await this.#knex.raw(
      `insert into samples (kpi, entity, at, sum, count, min, max, source, received_at)
       select kpi, entity, at, sum, count, min, max, source, received_at from ? where true
       on conflict (kpi, entity, at) do update set
         sum = excluded.sum, count = excluded.count, min = excluded.min, max = excluded.max,
         source = excluded.source, received_at = excluded.received_at`,
      [rows],
    );
  }

  async addCorrections(corrections: readonly Correction[]): Promise<void> {
    if (corrections.length === 0) return;
    const rows = bulkRows(this.#knex, {
      columns: {
        ...keyColumns,
        old_sum: 'real',
        old_count: 'real',
        old_min: 'real',
        old_max: 'real',
        new_sum: 'real',
        new_count: 'real',
        new_min: 'real',
        new_max: 'real',
        corrected_at: 'integer',
        corrected_by: 'text',
      },
      rows: corrections.map(({ kpi, entity, at, before, after, ...how }) => ({
        kpi,
        entity,
        at,
        old_sum: before.sum,
        old_count: before.count,
        old_min: before.min,
        old_max: before.max,
        new_sum: after.sum,
        new_count: after.count,
        new_min: after.min,
        new_max: after.max,
        corrected_at: how.correctedAt,
        corrected_by: how.correctedBy,
      })),
    });
    const columns = `kpi, entity, at, old_sum, old_count, old_min, old_max,
      new_sum, new_count, new_min, new_max, corrected_at, corrected_by`;
    await this.#knex.raw(
      `insert into corrections (${columns}) select ${columns} from ?`,
      [rows],
    );
  }
}
