import { setImmediate, setTimeout } from 'node:timers/promises';
import { isSqlite } from '@squadron/backend-kit';
import type { Knex } from 'knex';

const mostAttempts = 6;
const firstPauseMs = 20;

/** Serialization failure and deadlock of PostgreSQL, and a file of SQLite that another process writes to. */
const passing = new Set([
  '40001',
  '40P01',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
]);

function isPassing(error: unknown): boolean {
  return passing.has((error as { code?: string }).code ?? '');
}

/**
 * What writers look up, they look up by key, and for a few rows of large tables. PostgreSQL cannot
 * know how few there are in a parameter, and would read whole tables of which it has no statistics yet.
 */
async function planForFewRows(tx: Knex.Transaction): Promise<void> {
  if (isSqlite(tx)) return;
  await tx.raw('set local enable_hashjoin = off');
  await tx.raw('set local enable_mergejoin = off');
  await tx.raw('set local enable_seqscan = off');
}

/**
 * Does all or nothing of the work, alone among the writers of verdicts, and raises the mark
 * `verdicts`. Every code that changes `cells` or what is made of them writes in here.
 */
export async function inWriteTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await knex.transaction(async tx => {
        // First of all: whoever has raised the mark is the only writer until it commits, so that two who
        // add up the same day see each other's samples and nobody waits for somebody who waits.
        await tx('marks').where({ name: 'verdicts' }).increment('version', 1);
        await planForFewRows(tx);
        const result = await work(tx);
        // SQLite works in this thread, and a commit may take long: others first.
        await setImmediate();
        return result;
      });
    } catch (error) {
      if (attempt === mostAttempts || !isPassing(error)) throw error;
      await setTimeout(firstPauseMs * 2 ** attempt * Math.random());
    }
  }
}
