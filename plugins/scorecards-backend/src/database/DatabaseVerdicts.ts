import type { Knex } from 'knex';
import { DatabaseCellStore } from './DatabaseCellStore';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { DatabaseDayStore } from './DatabaseDayStore';
import { DatabaseHealthStore } from './DatabaseHealthStore';
import { DatabaseSampleStore } from './DatabaseSampleStore';
import type { VerdictDatabase, VerdictStores } from './VerdictDatabase';
import { inWriteTransaction } from './inWriteTransaction';

function storesOf(knex: Knex): VerdictStores {
  return {
    samples: new DatabaseSampleStore(knex),
    days: new DatabaseDayStore(knex),
    cells: new DatabaseCellStore(knex),
    changes: new DatabaseChangeStore(knex),
    health: new DatabaseHealthStore(knex),
  };
}

export class DatabaseVerdicts implements VerdictDatabase {
  readonly read: VerdictStores;
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.read = storesOf(knex);
  }

  write<T>(work: (stores: VerdictStores) => Promise<T>): Promise<T> {
    return inWriteTransaction(this.#knex, tx => work(storesOf(tx)));
  }
}
