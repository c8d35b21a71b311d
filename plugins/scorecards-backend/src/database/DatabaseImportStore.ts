import type { Knex } from 'knex';
import type {
  ImportLease,
  ImportProgress,
  ImportStore,
  StoredImport,
} from './ImportStore';
import { BigIntColumn, optional } from './rows';

interface ImportRow {
  id: string;
  name: string;
  state: StoredImport['state'];
  bytes: BigIntColumn;
  rows: number;
  progress: number;
  result: string;
  preview: string;
  problem: string | null;
  groups: string | null;
  created_at: BigIntColumn;
  created_by: string;
  worker: string | null;
  worker_until: BigIntColumn | null;
  starts: number;
}

interface PartRow {
  import: string;
  part: number;
  text: string;
  bytes: number;
}

const working = ['checking', 'importing'] as const;
const over = ['done', 'failed', 'cancelled'] as const;

function toImport(row: ImportRow): StoredImport {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    bytes: Number(row.bytes),
    rows: row.rows,
    progress: row.progress,
    result: JSON.parse(row.result),
    preview: JSON.parse(row.preview),
    problem: optional(row.problem),
    groups: JSON.parse(row.groups ?? '[]'),
    createdAt: Number(row.created_at),
    createdBy: row.created_by,
    starts: row.starts,
  };
}

function progressRow({
  rows,
  progress,
  result,
  preview,
}: Omit<ImportProgress, 'id'>) {
  return {
    rows,
    progress,
    result: JSON.stringify(result),
    preview: JSON.stringify(preview),
  };
}

const nothing = {
  rows: 0,
  progress: 0,
  result: { accepted: 0, unchanged: 0, corrected: 0, rejected: 0, errors: [] },
  preview: [],
};

export class DatabaseImportStore implements ImportStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(item: StoredImport): Promise<void> {
    await this.#imports().insert({
      id: item.id,
      name: item.name,
      state: item.state,
      bytes: item.bytes,
      ...progressRow(item),
      problem: item.problem ?? null,
      groups: JSON.stringify(item.groups),
      created_at: item.createdAt,
      created_by: item.createdBy,
      worker: null,
      worker_until: null,
      starts: item.starts,
    });
  }

  async find(id: string): Promise<StoredImport | undefined> {
    const row = await this.#imports().where({ id }).first();
    return row && toImport(row);
  }

  async putPart(id: string, part: number, text: string): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const bytes = Buffer.byteLength(text);
      // First, so that it waits for others who add parts, and so counts theirs.
      const taken = await tx<ImportRow>('imports')
        .where({ id, state: 'uploading' })
        .update({ state: 'uploading' });
      if (taken === 0) return false;
      await tx<PartRow>('import_parts')
        .insert({ import: id, part, text, bytes })
        .onConflict(['import', 'part'])
        .merge();
      const sum = tx('import_parts').where({ import: id }).sum('bytes');
      await tx('imports').where({ id }).update({ bytes: sum });
      return true;
    });
  }

  async parts(id: string): Promise<number[]> {
    const rows = await this.#parts()
      .where({ import: id })
      .orderBy('part')
      .select('part');
    return rows.map(({ part }) => part);
  }

  async part(id: string, part: number): Promise<string | undefined> {
    const row = await this.#parts().where({ import: id, part }).first('text');
    return row?.text;
  }

  async order(
    id: string,
    from: readonly StoredImport['state'][],
    to: 'checking' | 'importing',
    groups: readonly string[],
  ): Promise<boolean> {
    const { rows, progress, result } = progressRow(nothing);
    const ordered = await this.#imports()
      .where({ id })
      .whereIn('state', from)
      .update({
        state: to,
        rows,
        progress,
        result,
        groups: JSON.stringify(groups),
        worker: null,
        worker_until: null,
        starts: 0,
      });
    return ordered > 0;
  }

  async take(
    { worker, until }: ImportLease,
    now: number,
  ): Promise<StoredImport | undefined> {
    const free = (query: Knex.QueryBuilder) =>
      query
        .whereIn('state', working)
        .where(lease =>
          lease.whereNull('worker').orWhere('worker_until', '<', now),
        );
    const next = await this.#imports()
      .modify(free)
      .orderBy('created_at')
      .first('id');
    if (!next) return undefined;
    const [row] = await this.#imports()
      .where({ id: next.id })
      // Somebody else may have taken it since.
      .modify(free)
      .update({ worker, worker_until: until })
      .increment('starts', 1)
      .returning<ImportRow[]>('*');
    return row && toImport(row);
  }

  async save(
    { id, ...progress }: ImportProgress,
    { worker, until }: ImportLease,
  ): Promise<boolean> {
    const saved = await this.#imports()
      .where({ id, worker })
      .whereIn('state', working)
      .update({ ...progressRow(progress), worker_until: until });
    return saved > 0;
  }

  async finish(
    { id, ...progress }: ImportProgress,
    { worker }: ImportLease,
    {
      state,
      problem = undefined,
    }: { state: 'checked' | 'done' | 'failed'; problem?: string },
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      const ended = await tx<ImportRow>('imports')
        .where({ id, worker })
        .whereIn('state', working)
        .update({
          ...progressRow(progress),
          state,
          problem: problem ?? null,
          worker: null,
          worker_until: null,
        });
      if (ended > 0 && state !== 'checked') await removeParts(tx, id);
    });
  }

  async cancel(id: string): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const cancelled = await tx<ImportRow>('imports')
        .where({ id })
        .whereNotIn('state', over)
        .update({ state: 'cancelled', worker: null, worker_until: null });
      if (cancelled > 0) await removeParts(tx, id);
      return cancelled > 0;
    });
  }

  async prune(before: number): Promise<void> {
    await this.#knex.transaction(async tx => {
      const old = tx('imports').where('created_at', '<', before).select('id');
      await tx('import_parts').whereIn('import', old.clone()).delete();
      await tx('imports').where('created_at', '<', before).delete();
    });
  }

  #imports() {
    return this.#knex<ImportRow>('imports');
  }

  #parts() {
    return this.#knex<PartRow>('import_parts');
  }
}

async function removeParts(tx: Knex.Transaction, id: string): Promise<void> {
  await tx('import_parts').where({ import: id }).delete();
}
