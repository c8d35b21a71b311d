import type { Knex } from 'knex';
import type { DigestStore } from './DigestStore';

interface DigestRow {
  kpi: string;
  digest: string;
}

export class DatabaseDigestStore implements DigestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async all(): Promise<Map<string, string>> {
    const rows = await this.#rows();
    return new Map(rows.map(({ kpi, digest }) => [kpi, digest]));
  }

  async put(kpi: string, digest: string): Promise<void> {
    await this.#rows().insert({ kpi, digest }).onConflict('kpi').merge();
  }

  #rows() {
    return this.#knex<DigestRow>('judged_kpis');
  }
}
