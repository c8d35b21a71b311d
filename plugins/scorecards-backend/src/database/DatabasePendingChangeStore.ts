import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { PendingChange } from '../domain/changeNotices';
import type { Notice } from '../domain/notices';
import { addNotices } from './DatabaseNoticeStore';
import type { PendingChangeStore } from './PendingChangeStore';
import { BigIntColumn, optional, toVerdict } from './rows';
import type { CellKey } from './SampleStore';

interface PendingRow extends CellKey {
  id: BigIntColumn;
  grp: string;
  from_verdict: number;
  to_verdict: number;
  text: string | null;
  target: string | null;
  at: BigIntColumn;
  source: string;
  waived_until: BigIntColumn | null;
}

/** Ends a transaction that came too late. */
class TakenError extends Error {}

export class DatabasePendingChangeStore implements PendingChangeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async pending(options: {
    now: number;
    coolDownMs: number;
    limit: number;
  }): Promise<PendingChange[]> {
    const { now, coolDownMs, limit } = options;
    const told = this.#knex('told_cells')
      .whereRaw('told_cells.kpi = changes.kpi')
      .whereRaw('told_cells.entity = changes.entity')
      .where('told_at', '>', now - coolDownMs);
    const rows: PendingRow[] = await this.#knex('changes')
      .leftJoin('cells', join =>
        join
          .on('cells.kpi', 'changes.kpi')
          .andOn('cells.entity', 'changes.entity'),
      )
      .whereNull('changes.notified_at')
      .whereNotExists(told.select(this.#knex.raw('1')))
      .orderBy('changes.id')
      .limit(limit)
      .select('changes.*', 'cells.waived_until');
    return rows.map(row => ({
      id: String(row.id),
      kpi: row.kpi,
      entity: row.entity,
      group: row.grp,
      from: toVerdict(row.from_verdict),
      to: toVerdict(row.to_verdict),
      text: optional(row.text),
      target: optional(row.target),
      at: Number(row.at),
      source: row.source,
      waived: Number(row.waived_until ?? 0) > now,
    }));
  }

  async settle(done: {
    changes: readonly string[];
    told: readonly CellKey[];
    notices: readonly Notice[];
    now: number;
  }): Promise<boolean> {
    const { changes, told, notices, now } = done;
    const ids = bulkRows(this.#knex, {
      columns: { id: 'integer' },
      rows: changes.map(id => ({ id: Number(id) })),
    });
    try {
      await this.#knex.transaction(async tx => {
        const taken = await tx('changes')
          .whereNull('notified_at')
          .whereIn('id', tx.select('id').from(ids))
          .update({ notified_at: now });
        if (taken < changes.length) throw new TakenError();
        await rememberTold(tx, told, now);
        await addNotices(tx, notices);
      });
      return true;
    } catch (error) {
      if (error instanceof TakenError) return false;
      throw error;
    }
  }
}

async function rememberTold(
  tx: Knex.Transaction,
  told: readonly CellKey[],
  now: number,
): Promise<void> {
  if (told.length === 0) return;
  const rows = bulkRows(tx, {
    columns: { kpi: 'text', entity: 'text', told_at: 'integer' },
    rows: told.map(({ kpi, entity }) => ({ kpi, entity, told_at: now })),
  });
  await tx.raw(
    `insert into told_cells (kpi, entity, told_at)
     select kpi, entity, told_at from ? where true
     on conflict (kpi, entity) do update set told_at = excluded.told_at`,
    [rows],
  );
}
