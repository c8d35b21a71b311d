import { bulkRows } from '@squadron/backend-kit';
import type { Knex } from 'knex';
import type { RunFilter, RunStore, StoredRun } from './RunStore';
import { BigIntColumn, optionalNumber } from './rows';

interface RunRow {
  id: string;
  collector: string;
  state: StoredRun['state'];
  trigger: string;
  started_at: BigIntColumn;
  finished_at: BigIntColumn | null;
  attempts: number;
  kpis: number;
  answered: number;
  accepted: number;
  rejected: number;
  problems: string;
}

interface LeaseRow {
  collector: string;
  run: string;
  until: BigIntColumn;
}

const orphan = JSON.stringify([
  {
    message:
      'The process that ran it ended before the run did: the next run takes its place',
  },
]);

function toRun(row: RunRow): StoredRun {
  const { started_at, finished_at, problems, ...run } = row;
  return {
    ...run,
    startedAt: Number(started_at),
    finishedAt: optionalNumber(finished_at),
    problems: JSON.parse(problems),
  };
}

function toRow(run: StoredRun): RunRow {
  const { startedAt, finishedAt = null, problems, ...row } = run;
  return {
    ...row,
    started_at: startedAt,
    finished_at: finishedAt,
    problems: JSON.stringify(problems),
  };
}

const columns = [
  'id',
  'collector',
  'state',
  'trigger',
  'started_at',
  'finished_at',
  'attempts',
  'kpis',
  'answered',
  'accepted',
  'rejected',
  'problems',
] as const;

export class DatabaseRunStore implements RunStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async begin(run: StoredRun, until: number): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const { collector, id, startedAt } = run;
      const taken = await tx<LeaseRow>('collector_leases')
        .insert({ collector, run: id, until })
        .onConflict('collector')
        .merge()
        .where('collector_leases.until', '<', startedAt)
        .returning('run');
      if (taken.length === 0) return false;
      // Whoever had the lease is dead: what it left behind is not running.
      await tx<RunRow>('runs')
        .where({ collector, state: 'running' })
        .update({ state: 'failed', finished_at: startedAt, problems: orphan });
      await tx<RunRow>('runs').insert(toRow(run));
      return true;
    });
  }

  async renew({ collector, id }: StoredRun, until: number): Promise<boolean> {
    const renewed = await this.#leases()
      .where({ collector, run: id })
      .update({ until });
    return renewed > 0;
  }

  async finish(run: StoredRun): Promise<void> {
    const { id, collector } = run;
    await this.#knex.transaction(async tx => {
      const released = await tx<LeaseRow>('collector_leases')
        .where({ collector, run: id })
        .delete();
      // Somebody else took it for dead, and has said so.
      if (released > 0)
        await tx<RunRow>('runs').where({ id }).update(toRow(run));
    });
  }

  async running(collector: string): Promise<StoredRun | undefined> {
    const row = await this.#runs()
      .join('collector_leases', 'collector_leases.run', 'runs.id')
      .where('collector_leases.collector', collector)
      .first<RunRow | undefined>(columns.map(name => `runs.${name}`));
    return row && toRun(row);
  }

  async latest(most: number): Promise<StoredRun[]> {
    const ranked = this.#knex('runs')
      .select(columns)
      .rowNumber('place', window =>
        window.partitionBy('collector').orderBy([
          { column: 'started_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]),
      )
      .as('ranked');
    const rows = await this.#knex
      .select<RunRow[]>(columns)
      .from(ranked)
      .where('place', '<=', most)
      .orderBy([{ column: 'collector' }, { column: 'place' }]);
    return rows.map(toRun);
  }

  async lastOk(): Promise<Map<string, number>> {
    const rows = await this.#knex('runs')
      .where({ state: 'ok' })
      .groupBy('collector')
      .select<{ collector: string; at: BigIntColumn }[]>(
        'collector',
        this.#knex.raw('max(finished_at) as at'),
      );
    return new Map(rows.map(({ collector, at }) => [collector, Number(at)]));
  }

  async list({ after, limit, ...filter }: RunFilter): Promise<StoredRun[]> {
    const rows = await this.#runs()
      .where(onlyGiven(filter))
      .modify(query => {
        if (!after) return;
        const { startedAt, id } = after;
        query.whereRaw('(started_at, id) < (?, ?)', [startedAt, id]);
      })
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit)
      .select(columns);
    return rows.map(toRun);
  }

  async count(filter: Omit<RunFilter, 'after' | 'limit'>): Promise<number> {
    const [{ runs }] = await this.#runs()
      .where(onlyGiven(filter))
      .count({ runs: '*' });
    return Number(runs);
  }

  async collectedUntil(kpis: readonly string[]): Promise<Map<string, number>> {
    const rows = bulkRows(this.#knex, {
      columns: { kpi: 'text' },
      rows: kpis.map(kpi => ({ kpi })),
    });
    const found = await this.#knex('collected')
      .join(rows, 'collected.kpi', 'rows.kpi')
      .select<{ kpi: string; until: BigIntColumn }[]>('collected.*');
    return new Map(found.map(({ kpi, until }) => [kpi, Number(until)]));
  }

  async setCollected(kpis: readonly string[], until: number): Promise<void> {
    if (kpis.length === 0) return;
    const rows = bulkRows(this.#knex, {
      columns: { kpi: 'text', until: 'integer' },
      rows: kpis.map(kpi => ({ kpi, until })),
    });
    await this.#knex.raw(
      `insert into collected (kpi, until) select kpi, until from ? where true
       on conflict (kpi) do update set until = excluded.until`,
      [rows],
    );
  }

  async measuredKpis(): Promise<Set<string>> {
    const rows = await this.#knex('cells').whereNotNull('at').distinct('kpi');
    return new Set(rows.map(({ kpi }) => kpi));
  }

  async prune(before: number): Promise<void> {
    await this.#runs().where('started_at', '<', before).delete();
  }

  #runs() {
    return this.#knex<RunRow>('runs');
  }

  #leases() {
    return this.#knex<LeaseRow>('collector_leases');
  }
}

function onlyGiven({
  collector,
  state,
}: Pick<RunFilter, 'collector' | 'state'>) {
  return {
    ...(collector !== undefined && { collector }),
    ...(state !== undefined && { state }),
  };
}
