import { isSqlite } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import { DatabaseCellStore } from './DatabaseCellStore';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { DatabaseDayStore } from './DatabaseDayStore';
import { DatabaseDigestStore } from './DatabaseDigestStore';
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
    digests: new DatabaseDigestStore(knex),
  };
}

/** Carries what was rehearsed out of the transaction that it ends. */
class Rehearsed<T> extends Error {
  readonly outcome: T;

  constructor(outcome: T) {
    super('Rehearsed');
    this.outcome = outcome;
  }
}

export class DatabaseVerdicts implements VerdictDatabase {
  readonly read: VerdictStores;
  readonly isSynchronous: boolean;
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.read = storesOf(knex);
    this.isSynchronous = isSqlite(knex);
  }

  write<T>(work: (stores: VerdictStores) => Promise<T>): Promise<T> {
    return inWriteTransaction(this.#knex, tx => work(storesOf(tx)));
  }

  async rehearse<T>(work: (stores: VerdictStores) => Promise<T>): Promise<T> {
    try {
      return await this.write<T>(async stores => {
        throw new Rehearsed(await work(stores));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.outcome;
      throw error;
    }
  }
}
