import { setImmediate } from 'node:timers/promises';
import { isSqlite } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import { DatabaseCellStore } from './DatabaseCellStore';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { DatabaseDayStore } from './DatabaseDayStore';
import { DatabaseDigestStore } from './DatabaseDigestStore';
import { DatabaseHealthStore } from './DatabaseHealthStore';
import { DatabasePastDayStore } from './DatabasePastDayStore';
import { DatabaseSampleStore } from './DatabaseSampleStore';
import type { VerdictDatabase, VerdictStores } from './VerdictDatabase';
import { inWriteTransaction } from './inWriteTransaction';

const same = <T>(store: T): T => store;

/**
 * Lets others have a turn before each statement. SQLite works in this thread, and statements that
 * follow each other would keep it for as long as all of them take.
 */
function givingTurns<T extends object>(store: T): T {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        await setImmediate();
        return method.apply(target, args);
      };
    },
  });
}

function storesOf(knex: Knex): VerdictStores {
  const polite = isSqlite(knex) ? givingTurns : same;
  return {
    samples: polite(new DatabaseSampleStore(knex)),
    days: polite(new DatabaseDayStore(knex)),
    pastDays: polite(new DatabasePastDayStore(knex)),
    cells: polite(new DatabaseCellStore(knex)),
    changes: polite(new DatabaseChangeStore(knex)),
    health: polite(new DatabaseHealthStore(knex)),
    digests: polite(new DatabaseDigestStore(knex)),
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
